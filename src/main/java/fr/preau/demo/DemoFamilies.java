package fr.preau.demo;

import fr.preau.accounts.AccountService;
import fr.preau.base.EmailAddress;
import fr.preau.base.InTheDemonstration;
import fr.preau.base.SearchKey;
import fr.preau.people.ContactDetails;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;
import fr.preau.people.PersonDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens the families' files as reception would. */
@Component
@InTheDemonstration
class DemoFamilies {

    private static final int MONTHS_SINCE_BIRTHDAY = 4;

    private final HouseholdService households;
    private final FamilyService families;
    private final AccountService accounts;
    private final Clock clock;

    DemoFamilies(HouseholdService households, FamilyService families, AccountService accounts, Clock clock) {
        this.households = households;
        this.families = families;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A family's file, with an account for those who have a mail address. */
    HouseholdRecord open(DemoFamily family, LocalDate today, int number) {
        var household = households.openAtDesk(NewHousehold.of(PersonDetails.adult(family.adult(), family.name()), contacts(family, number)))
                .value().orElseThrow();
        if (family.reach() == DemoFamily.Reach.MAIL) {
            link(family, household);
        }
        if (!family.secondAdult().isEmpty()) {
            // a second later: adults of one moment would stand in the order of their ids, which have none
            DemoClock.at(clock.instant().plusSeconds(1), () ->
                    families.addPerson(household, PersonDetails.adult(family.secondAdult(), family.name())).value().orElseThrow());
        }
        for (var child : family.children()) {
            var born = today.minusYears(child.age()).minusMonths(MONTHS_SINCE_BIRTHDAY).minusDays(number);
            families.addPerson(household, PersonDetails.child(child.name(), family.name(), born)).value().orElseThrow();
        }
        return households.require(household);
    }

    /** The address of a family that is reached by mail. */
    static EmailAddress mail(DemoFamily family) {
        return new EmailAddress((SearchKey.of(family.adult()) + "." + SearchKey.of(family.name())).replace(' ', '-') + "@famille.example");
    }

    /** While its one adult is alone in the file: it is she who has the account. */
    private void link(DemoFamily family, UUID household) {
        var adult = households.require(household).adults().getFirst();
        var account = accounts.withMail(mail(family), family.adult() + " " + family.name()).id();
        households.link(household, account, adult.id()).value().orElseThrow();
    }

    private static ContactDetails[] contacts(DemoFamily family, int number) {
        var phone = ContactDetails.phone("06 39 98 %02d %02d".formatted(number / 100, number % 100));
        return (switch (family.reach()) {
            case MAIL -> List.of(ContactDetails.mail(mail(family).value()), phone);
            case PHONE -> List.of(phone);
            case NOTHING -> List.<ContactDetails>of();
        }).toArray(ContactDetails[]::new);
    }
}
