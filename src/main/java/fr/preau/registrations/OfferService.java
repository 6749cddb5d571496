package fr.preau.registrations;

import fr.preau.base.AllowedTo;
import fr.preau.base.NotHereException;
import fr.preau.base.Role;
import fr.preau.people.HouseholdService;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers to offered places: the family's own, and those that the staff hears at the desk or on the phone. */
@Service
@AllowedTo(Role.SIGNED_IN)
public class OfferService {

    private final OfferAnswers answers;
    private final Registrations registrations;
    private final RegistrationSheets sheets;
    private final HouseholdService households;

    OfferService(OfferAnswers answers, Registrations registrations, RegistrationSheets sheets, HouseholdService households) {
        this.answers = answers;
        this.registrations = registrations;
        this.sheets = sheets;
        this.households = households;
    }

    /** The registrations that an offer to one's own household is about. */
    @Transactional(readOnly = true)
    public List<RegistrationRecord> offered(UUID offer) {
        return sheets.ofParty(own(offer).partyId());
    }

    /** Takes the place; who clicks twice has accepted once. */
    public OfferOutcome accept(UUID offer) {
        return answers.accept(own(offer).id(), By.family(Channel.WEB));
    }

    /** Leaves the place to the next of the list. */
    public OfferOutcome decline(UUID offer) {
        return answers.decline(own(offer).id(), By.family(Channel.WEB));
    }

    /** The family said yes to somebody of the staff. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR, Role.ANIMATOR})
    public OfferOutcome acceptFor(UUID offer, Channel channel) {
        return answers.accept(offer, By.staff(channel, null));
    }

    /** The family said no to somebody of the staff. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR, Role.ANIMATOR})
    public OfferOutcome declineFor(UUID offer, Channel channel) {
        return answers.decline(offer, By.staff(channel, null));
    }

    /** Nobody answers the phone: the place goes to the next of the list. For offers without a deadline, which end in no other way. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR})
    public OfferOutcome giveUpFor(UUID offer, String why) {
        return answers.giveUp(offer, By.staff(Channel.PHONE, why));
    }

    private PlaceOffer own(UUID offer) {
        var household = households.mine().orElseThrow(() -> new NotHereException("This account has no household here"));
        return registrations.offer(offer).filter(found -> found.householdId().equals(household.id()))
                .orElseThrow(() -> new NotHereException("No such offer to this household"));
    }
}
