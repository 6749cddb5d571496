package fr.preau.federation;

import fr.preau.base.Refusal;
import fr.preau.base.Texts;

/** Why a centre cannot be called so in addresses. */
public enum AddressRefusal implements Refusal {
    MALFORMED, RESERVED, TAKEN;

    @Override
    public String key() {
        return "federation.new.address." + Texts.word(this);
    }
}
