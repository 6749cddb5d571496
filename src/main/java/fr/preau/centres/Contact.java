package fr.preau.centres;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** How a centre is found and reached. The phone is written as people read it. */
@Embeddable
public record Contact(String street, String postcode, String city, String phone, String email, String openingHours)
        implements Serializable {
}
