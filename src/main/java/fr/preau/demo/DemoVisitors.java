package fr.preau.demo;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.DemoPersonas;
import fr.preau.base.EmailAddress;
import fr.preau.base.InTheDemonstration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers the visitor of the demonstration a person to be, in one click. */
@Component
@InTheDemonstration
class DemoVisitors implements DemoPersonas {

    private static final String HERE = DemoCentre.BELENCONTRE.slug();

    private final AccountService accounts;

    DemoVisitors(AccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Persona> all() {
        var personas = new ArrayList<Persona>();
        add(personas, "habitante", DemoFamilies.mail(DemoFamily.all().getFirst()));
        add(personas, "accueil", DemoStaff.RECEPTION.mail(HERE));
        add(personas, "animation", DemoStaff.ANIMATOR.mail(HERE));
        add(personas, "direction", DemoStaff.DIRECTOR.mail(HERE));
        add(personas, "benevole", DemoStaff.VOLUNTEER.mail(HERE));
        add(personas, "jeune", DemoStaff.YOUNG_AUTHOR.mail(HERE));
        add(personas, "federation", DemoStaff.FEDERATION.mail(HERE));
        add(personas, "technique", DemoStaff.TECHNICIAN.mail(HERE));
        return List.copyOf(personas);
    }

    private void add(List<Persona> personas, String id, EmailAddress mail) {
        accounts.findByMail(mail).ifPresent(account ->
                personas.add(new Persona(id, "demo.persona." + id, List.of(account.displayName()), account.id())));
    }
}
