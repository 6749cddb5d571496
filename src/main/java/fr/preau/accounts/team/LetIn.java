package fr.preau.accounts.team;

import fr.preau.base.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code --preau.let-in=name@example.org}: the start does this and ends; {@code PreauApplication} sees to that. */
@Component
@ConditionalOnProperty("preau.let-in")
class LetIn implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LetIn.class);

    private final LetInService service;
    private final String typed;

    LetIn(LetInService service, @Value("${preau.let-in}") String typed) {
        this.service = service;
        this.typed = typed;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        service.letIn(EmailAddress.parse(typed).orElseThrow(() -> new IllegalArgumentException("preau.let-in is not a mail address")));
        LOG.info("Done: a letter to this address leads in. It leaves as soon as Préau runs and its mail server answers.");
    }
}
