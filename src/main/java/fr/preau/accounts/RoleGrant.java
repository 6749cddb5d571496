package fr.preau.accounts;

import fr.preau.base.Ids;
import fr.preau.base.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That an account holds a role, in a centre or in the federation. Never changed: given and taken back. */
@Entity
class RoleGrant {

    @Id
    private UUID id;
    private UUID accountId;
    private @Nullable UUID centreId;
    @Enumerated(EnumType.STRING)
    private Role role;

    protected RoleGrant() {
    }

    RoleGrant(UUID accountId, Role role, @Nullable UUID centreId) {
        if (!isHeld(role) || role.isFederationWide() != (centreId == null)) {
            throw new IllegalArgumentException(role + " is not held there");
        }
        this.id = Ids.next();
        this.accountId = accountId;
        this.role = role;
        this.centreId = centreId;
    }

    Grant toGrant() {
        return new Grant(role, centreId);
    }

    UUID accountId() {
        return accountId;
    }

    Role role() {
        return role;
    }

    private static boolean isHeld(Role role) {
        return role != Role.SIGNED_IN && role != Role.ANYONE && role != Role.THE_HOUSE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoleGrant that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
