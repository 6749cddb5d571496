package fr.preau.accounts.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The secret of this installation, made at its first start when the operator gave none. */
@Entity
class InstallationSecret {

    static final int THE_ONE = 1;

    @Id
    private int id;
    private String value;

    protected InstallationSecret() {
    }

    InstallationSecret(String value) {
        this.id = THE_ONE;
        this.value = value;
    }

    String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InstallationSecret that && id == that.id;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
