package fr.preau.registrations.ui.desk;

import fr.preau.base.ui.Choice;
import fr.preau.base.ui.OneCard;
import fr.preau.registrations.Channel;
import java.util.List;

/** By which way a family said what somebody of the staff writes down. */
class WayCards extends OneCard<Channel> {

    static final List<Channel> WAYS = List.of(Channel.DESK, Channel.PHONE, Channel.PAPER);

    private static final long serialVersionUID = 1L;

    /** @param usual chosen already, so that the usual case is no click */
    WayCards(DeskWords words, String question, Channel usual) {
        super(question, WAYS, one -> Choice.of(words.channel(one), ""));
        addClassName("dense");
        setValue(usual);
    }
}
