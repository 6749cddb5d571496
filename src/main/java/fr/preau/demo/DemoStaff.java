package fr.preau.demo;

import fr.preau.accounts.AccountService;
import fr.preau.base.EmailAddress;
import fr.preau.base.InTheDemonstration;
import fr.preau.base.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Those who work in a centre of the demonstration, and what is done in their name. */
@Component
@InTheDemonstration
class DemoStaff {

    /** Somebody with a role, and how they are called. */
    record Member(Role role, String mailbox, String name) {

        EmailAddress mail(String slug) {
            return new EmailAddress(mailbox + "@" + (role.isFederationWide() ? "federation" : slug) + ".example");
        }
    }

    static final Member DIRECTOR = new Member(Role.DIRECTOR, "direction", "Hélène Marchand");
    static final Member RECEPTION = new Member(Role.RECEPTION, "accueil", "Samia Ferhat");
    static final Member ANIMATOR = new Member(Role.ANIMATOR, "animation", "Thomas Lecocq");

    static final Member VOLUNTEER = new Member(Role.VOLUNTEER, "benevole", "Yvette Caron");
    static final Member YOUNG_AUTHOR = new Member(Role.YOUNG_AUTHOR, "jeune", "Nolan Dupré");
    static final Member FEDERATION = new Member(Role.FEDERATION, "diffusion", "Mehdi Roussel");
    /** Nobody is alone at the federation: each can help the other to come in again. */
    static final Member FEDERATION_TOO = new Member(Role.FEDERATION, "coordination", "Claire Delattre");
    static final Member TECHNICIAN = new Member(Role.TECHNICIAN, "technique", "Agnès Petit");

    private static final List<Member> ALL = List.of(DIRECTOR, RECEPTION, ANIMATOR, VOLUNTEER, YOUNG_AUTHOR, FEDERATION, FEDERATION_TOO, TECHNICIAN);

    private final AccountService accounts;

    DemoStaff(AccountService accounts) {
        this.accounts = accounts;
    }

    /** Gives a centre its people; those of the federation are made once. */
    void hire(UUID centre, String slug) {
        for (var member : ALL) {
            var account = accounts.withMail(member.mail(slug), member.name()).id();
            accounts.grant(account, member.role(), member.role().isFederationWide() ? null : centre);
            if (member.role().isFederationWide()) {
                accounts.signedIn(account);
            }
        }
    }

    /** Does some work in the name of somebody of this centre. */
    void as(Member member, String slug, Runnable work) {
        var account = accounts.findByMail(member.mail(slug)).orElseThrow().id();
        var user = accounts.signedIn(account).orElseThrow();
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(user, null, AuthorityUtils.NO_AUTHORITIES)));
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
