package fr.preau.centres;

import fr.preau.base.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** The federation that its centres belong to; one installation serves one. */
@Entity
public class Federation {

    @Id
    private UUID id;
    private String name;
    @Version
    private int version;

    protected Federation() {
    }

    public Federation(String name) {
        this.id = Ids.next();
        this.name = name;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Federation that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
