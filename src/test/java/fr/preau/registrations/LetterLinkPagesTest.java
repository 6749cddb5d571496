package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.preau.base.RetriedTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.boot.webmvc.test.autoconfigure.SpringBootMockMvcBuilderCustomizer;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The pages that letters lead to, without signing in and without a script. */
class LetterLinkPagesTest extends RegistrationsTest {

    @Autowired
    Registrations rows;
    @Autowired
    RetriedTransaction transactions;
    @Autowired
    WebApplicationContext application;

    MockMvc web;

    /** With all filters, as the application has them. */
    @BeforeEach
    void pages() {
        var pages = MockMvcBuilders.webAppContextSetup(application);
        var filters = new SpringBootMockMvcBuilderCustomizer(application);
        filters.setPrint(MockMvcPrint.NONE);
        filters.customize(pages);
        web = pages.apply(SecurityMockMvcConfigurers.springSecurity()).build();
    }

    @Test
    void anOfferIsShownByAGetAndAnsweredByAPost() throws Exception {
        var group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var waits = one(town.family(centre).lives(), group).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));
        var path = "/centres/" + centre.slug() + "/place/" + token(LetterToken.Purpose.OFFER, openOffer(waits));

        var page = page(get(path), 200);
        page(get(path), 200);

        assertThat(page.select("h1").text()).isEqualTo("Il y a de la place pour vous");
        assertThat(page.select("button")).hasSize(1);
        assertThat(stateOf(waits)).isEqualTo(RegistrationState.OFFERED);
        assertThat(page(post(path).param("answer", "yes"), 200).select("h1").text()).isEqualTo("La place est à vous");
        assertThat(stateOf(waits)).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(page(post(path).param("answer", "no"), 200).select("h1").text()).as("answered once").isEqualTo("La place est à vous");
        assertThat(page(get(path), 200).select("form")).isEmpty();
    }

    @Test
    void aNoIsAskedAboutOnAPageOfItsOwnBeforeItCounts() throws Exception {
        var group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var waits = one(town.family(centre).lives(), group).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));
        var path = "/centres/" + centre.slug() + "/place/" + token(LetterToken.Purpose.OFFER, openOffer(waits));

        var no = page(get(path), 200).select("a:containsOwn(Non, merci)").attr("href");
        var sure = page(get(no), 200);
        assertThat(sure.select("h1").text()).startsWith("Laisser la place");
        assertThat(sure.select("form button")).hasSize(1);
        assertThat(stateOf(waits)).as("only asked").isEqualTo(RegistrationState.OFFERED);

        assertThat(page(post(sure.select("form").attr("action")).param("answer", sure.select("button").attr("value")), 200).select("h1").text())
                .isEqualTo("C’est noté");
        assertThat(stateOf(waits)).isEqualTo(RegistrationState.DECLINED);
        assertThat(page(get(no), 200).select("form")).as("nothing to ask any more").isEmpty();
    }

    @Test
    void whoSaidYesAndHasNoPlaceAnyMoreIsNotToldThatItIsHers() throws Exception {
        var group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var family = town.family(centre).lives();
        var waits = one(family, group).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));
        var path = "/centres/" + centre.slug() + "/place/" + token(LetterToken.Purpose.OFFER, openOffer(waits));
        page(post(path).param("answer", "yes"), 200);

        as(family, () -> registrations.cancel(Set.of(waits)));

        for (var page : List.of(page(get(path), 200), page(post(path).param("answer", "yes"), 200))) {
            assertThat(page.select("h1").text()).isEqualTo("Cette place n’est plus à vous");
            assertThat(page.text()).contains("Annulée par la famille").doesNotContain("L’inscription est confirmée");
        }
        as(family, () -> registrations.undoCancel(Set.of(waits)));
        assertThat(page(get(path), 200).select("h1").text()).as("taken back").isEqualTo("La place est à vous");
    }

    @Test
    void anOfferInASeriesThatHasBegunSpeaksOfWhatIsToCome() throws Exception {
        var group = town.group(centre).series(4).places(1).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var waits = one(town.family(centre).lives(), group).registration();
        database.sql("UPDATE activity_session SET starts_at = starts_at - INTERVAL 30 DAY, ends_at = ends_at - INTERVAL 30 DAY WHERE id = :id")
                .param("id", group.session()).update();
        as(holder, () -> registrations.cancel(Set.of(seat)));

        var page = page(get("/centres/" + centre.slug() + "/place/" + token(LetterToken.Purpose.OFFER, openOffer(waits))), 200);

        assertThat(page.text()).contains("3 séances, du").doesNotContain("4 séances");
    }

    @Test
    void aRegistrationIsCancelledWithoutSigningInAndTakenBack() throws Exception {
        var group = town.group(centre).places(5).stands();
        var answer = one(town.family(centre).lives(), group);
        var request = database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", answer.registration()).query(UUID.class).single();
        var path = "/centres/" + centre.slug() + "/annuler/" + token(LetterToken.Purpose.CANCEL, request);

        var page = page(get(path), 200);
        assertThat(page.select("input[name=qui]").eachAttr("value")).containsExactly(answer.registration().toString());
        assertThat(page.select("input[name=qui][checked]")).as("there is nothing to choose").hasSize(1);
        assertThat(stateOf(answer.registration())).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(page(post(path), 200).select(".error").text()).isEqualTo("Cochez au moins une ligne.");

        var done = page(post(path).param("qui", answer.registration().toString()), 200);
        assertThat(done.select("h1").text()).isEqualTo("C’est annulé");
        assertThat(taken(group.session())).isZero();
        assertThat(page(post(done.select("form").attr("action")).param("qui", answer.registration().toString()), 200).select("h1").text())
                .isEqualTo("C’est rétabli");
        assertThat(taken(group.session())).isEqualTo(1);
    }

    @Test
    void aSecondTapSaysTheSameAndLeavesTheWayBack() throws Exception {
        var group = town.group(centre).places(5).stands();
        var family = town.family(centre).of(2).lives();
        var both = answers(register(family, group, family.persons(), PartyRule.WHO_CAN)).stream().map(one -> one.registration().toString()).toList();
        var request = database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", both.getFirst()).query(UUID.class).single();
        var path = "/centres/" + centre.slug() + "/annuler/" + token(LetterToken.Purpose.CANCEL, request);
        page(post(path).param("qui", both.getLast()), 200);

        page(post(path).param("qui", both.getFirst()), 200);
        var again = page(post(path).param("qui", both.getFirst()), 200);

        assertThat(again.select("h1").text()).isEqualTo("C’est annulé");
        assertThat(again.select("form input[name=qui]").eachAttr("value")).as("whom this button has cancelled").containsExactly(both.getFirst());
        var undo = again.select("form").attr("action");
        assertThat(page(post(undo).param("qui", both.getFirst()), 200).select("h1").text()).isEqualTo("C’est rétabli");
        assertThat(page(post(undo).param("qui", both.getFirst()), 200).select("h1").text()).isEqualTo("C’est rétabli");
        assertThat(taken(group.session())).isEqualTo(1);
        assertThat(page(post(path).param("qui", both.getFirst()), 200).select("form")).as("it is taken back already").isEmpty();
    }

    @Test
    void aSecondTapPromisesNoWayBackWhereThePlaceHasGoneOnOrTheMinutesAreOver() throws Exception {
        var group = town.group(centre).places(1).stands();
        var seat = one(town.family(centre).lives(), group).registration().toString();
        var request = database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", seat).query(UUID.class).single();
        var path = "/centres/" + centre.slug() + "/annuler/" + token(LetterToken.Purpose.CANCEL, request);
        page(post(path).param("qui", seat), 200);
        one(town.family(centre).lives(), group);

        assertThat(page(post(path).param("qui", seat), 200).select("form")).as("somebody else has it").isEmpty();

        var quiet = one(town.family(centre).lives(), town.group(centre).stands()).registration().toString();
        var other = database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", quiet).query(UUID.class).single();
        var way = "/centres/" + centre.slug() + "/annuler/" + token(LetterToken.Purpose.CANCEL, other);
        page(post(way).param("qui", quiet), 200);
        clock.pass(Cancellation.UNDO.plusSeconds(1));
        assertThat(page(post(way).param("qui", quiet), 200).select("form")).isEmpty();
        clock.reset();
    }

    @Test
    void theLettersDatesAreAFileForTheCalendarUntilThePlaceIsGivenBack() throws Exception {
        var family = town.family(centre).lives();
        var answer = one(family, town.group(centre).stands());
        var request = database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", answer.registration()).query(UUID.class).single();
        var path = "/annuler/" + token(LetterToken.Purpose.CANCEL, request) + "/agenda.ics";

        var response = web.perform(get("/centres/" + centre.slug() + path)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("text/calendar;charset=utf-8");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"agenda.ics\"");
        assertThat(response.getContentAsString().replace("\r\n ", "")).startsWith("BEGIN:VCALENDAR").contains("UID:" + answer.registration());
        page(get("/centres/" + town.centre().slug() + path), 404);
        as(family, () -> registrations.cancel(Set.of(answer.registration())));
        page(get("/centres/" + centre.slug() + path), 404);
    }

    @Test
    void aLinkThatIsMadeUpOrOfAnotherCentreIsMetKindly() throws Exception {
        var group = town.group(centre).stands();
        var answer = one(town.family(centre).lives(), group);
        var request = database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", answer.registration()).query(UUID.class).single();
        var token = token(LetterToken.Purpose.CANCEL, request);
        var elsewhere = town.centre();

        for (var path : new String[] {"/centres/" + centre.slug() + "/annuler/made-up", "/centres/" + centre.slug() + "/place/" + token,
                "/centres/" + elsewhere.slug() + "/annuler/" + token}) {
            assertThat(page(get(path), 404).select("h1").text()).isEqualTo("Ce lien ne sert plus");
        }
        assertThat(page(post("/centres/" + elsewhere.slug() + "/annuler/" + token).param("qui", answer.registration().toString()), 404)
                .select("h1").text()).isEqualTo("Ce lien ne sert plus");
        assertThat(stateOf(answer.registration())).isEqualTo(RegistrationState.CONFIRMED);
    }

    private String token(LetterToken.Purpose purpose, UUID subject) {
        var token = LetterToken.next();
        in(() -> {
            transactions.run(() -> rows.add(new LetterToken(token, purpose, subject, clock.instant(), clock.instant().plus(Duration.ofDays(2)))));
            return token;
        });
        return token;
    }

    private Document page(AbstractMockHttpServletRequestBuilder<?> request, int status) throws Exception {
        var response = web.perform(request.header("Accept", "text/html")).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(response.getHeader("Set-Cookie")).isNull();
        return Jsoup.parse(response.getContentAsString());
    }
}
