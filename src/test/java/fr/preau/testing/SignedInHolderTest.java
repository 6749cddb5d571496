package fr.preau.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** An application that starts meanwhile in the same JVM takes the signed-in user from no test. */
@PreauTest
class SignedInHolderTest {

    @Autowired
    private SecurityContextHolderStrategy ours;

    @AfterEach
    void anotherApplicationStarts() {
        SecurityContextHolder.setContextHolderStrategy(new VaadinAwareSecurityContextHolderStrategy());
    }

    @RepeatedTest(2)
    void eachTestHasTheHolderOfItsOwnApplication() {
        assertThat(SecurityContextHolder.getContextHolderStrategy()).isSameAs(ours);
    }
}
