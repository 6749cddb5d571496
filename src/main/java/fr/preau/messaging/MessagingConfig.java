package fr.preau.messaging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.preau.base.Demonstration;
import fr.preau.base.Moments;
import fr.preau.messaging.smtp.DeliveryException;
import fr.preau.messaging.smtp.MailTransport;
import fr.preau.messaging.smtp.SendingFailure;
import fr.preau.messaging.smtp.SmtpTransport;
import java.time.Duration;
import java.time.LocalTime;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** Which way letters leave, and how often somebody looks after them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MessagingConfig {

    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(20);
    private static final LocalTime AT_NIGHT = LocalTime.of(4, 15);

    /**
     * By SMTP as soon as {@code spring.mail.host} is set. Without it the demonstration keeps letters in a mailbox that
     * visitors can read; anywhere else they do not leave, and the screen says so: none is ever lost in silence.
     */
    @Bean
    MailTransport mailTransport(ObjectProvider<JavaMailSenderImpl> smtp, LocalMailbox mailbox, MailProperties properties,
                                Demonstration demonstration) {
        var server = smtp.getIfAvailable();
        // a host that is there but empty comes from a container's settings and means none
        if (server != null && StringUtils.hasText(server.getHost())) {
            return new SmtpTransport(server);
        }
        if (demonstration.on() || properties.mailbox()) {
            return mailbox::deliver;
        }
        LoggerFactory.getLogger(MessagingConfig.class).warn("spring.mail.host is not set: no letter will leave");
        return mail -> {
            throw new DeliveryException(SendingFailure.SERVER_UNREACHABLE, false, new IllegalStateException("spring.mail.host is not set"));
        };
    }

    /**
     * Catches what no nudge caught: letters of a server that died, next attempts. It works at night too, between two and
     * three o'clock as well: jobs rest then because wall-clock times may not exist or come twice, and a sender knows
     * only instants; and whoever asks for a sign-in link at that hour waits for it.
     */
    @Bean
    RecurringTask<Void> outboxRound(PostRound round) {
        return Tasks.recurring("messaging-outbox", FixedDelay.of(BETWEEN_ROUNDS)).execute((task, context) -> round.sendDue());
    }

    /** Once a day, when nobody is at work. */
    @Bean
    RecurringTask<Void> messagingForgetting(LetterErasure erasure) {
        return Tasks.recurring("messaging-forgetting", new Daily(Moments.PARIS, AT_NIGHT)).execute((task, context) -> erasure.eraseOld());
    }
}
