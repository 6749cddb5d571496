package fr.preau.messaging;

import jakarta.persistence.Entity;

/** A letter that belongs to no centre: a sign-in link is for an account, and accounts belong to the federation. */
@Entity
class FederationLetter extends PostedLetter {

    protected FederationLetter() {
    }
}
