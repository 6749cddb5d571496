package fr.preau.accounts.signin;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.DemoPersonas;
import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.InTheDemonstration;
import fr.preau.base.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Lets visitors of the demonstration in with one click. It is not there without {@code preau.demo=true}. */
@Service
@FederationWide
@AllowedTo(Role.ANYONE)
@InTheDemonstration
public class DemoDoor {

    private final ObjectProvider<DemoPersonas> personas;
    private final AccountService accounts;
    private final RateLimits limits;

    DemoDoor(ObjectProvider<DemoPersonas> personas, AccountService accounts, RateLimits limits) {
        this.personas = personas;
        this.accounts = accounts;
        this.limits = limits;
    }

    public List<DemoPersonas.Persona> all() {
        return personas.stream().flatMap(some -> some.all().stream()).toList();
    }

    /** In as this persona; nothing when there is none of that name. */
    public Optional<Outcome> signIn(String persona, Visitor visitor, WayOn way) {
        return all().stream().filter(one -> one.id().equals(persona)).findFirst().map(one -> {
            if (!limits.take(RateLimits.Rule.DEMONSTRATION_OF_A_LINE, visitor.network())) {
                return new Outcome.Refused(SignInRefusal.TOO_OFTEN);
            }
            return accounts.signedIn(one.account()).<Outcome>map(user -> new Outcome.In(user, way))
                    .orElse(new Outcome.Refused(SignInRefusal.ACCOUNT_SHUT));
        });
    }
}
