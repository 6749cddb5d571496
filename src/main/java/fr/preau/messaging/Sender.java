package fr.preau.messaging;

import org.springframework.stereotype.Component;

/** Takes letters out of the outbox and sends them. */
@Component
class Sender {

    int sendDue() {
        return 0;
    }
}
