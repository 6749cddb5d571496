/**
 * Registers people for activities: requests, waiting lists, offers of freed places, attendance, follow-up. Where to begin:
 * <ul>
 * <li>a family or reception registers somebody: {@link RegistrationService} and {@link DeskService}, then {@link Register}, which asks
 *     {@link Admission} who may and {@link Plan} who gets what;
 * <li>one at a time: {@link GestureQueue} before the lock, {@link GroupBooks} opens it, {@link GroupBook} counts under it;
 * <li>the life of a registration: {@link Registration} and {@link RegistrationState}, its steps in {@link RegistrationStep};
 * <li>a place becomes free: {@link Departures}, then {@link PlacePromotion} to the head of the list, {@link OfferService} for the answer, and
 *     {@link Round} for what ends by the hour;
 * <li>taking back: {@link Cancellation}, {@link WaysBack} which may come back, {@link JustCancelled} what was a slip;
 * <li>the team's yes: {@link ApprovalService};
 * <li>who is told and how: {@link FamilyNews}, letters by kind in {@link RegistrationLetters}, calls in {@link CallTasks};
 * <li>the team's day: {@link TodayService}; sheets in {@code attendance}, lists and exports in {@code followup}.
 * </ul>
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "base :: ui", "centres", "accounts", "accounts :: ui", "people", "people :: ui", "messaging", "activities"})
package fr.preau.registrations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
