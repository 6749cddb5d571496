package fr.preau.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The frame of the public pages, without the application around them. */
class PublicFrameTest {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    /** A section as the navigation shows it. */
    record Section(String key, String label, String picto, String href) {
    }

    @BeforeEach
    void engine() {
        var words = new ResourceBundleMessageSource();
        words.setBasename("translations/base");
        words.setDefaultEncoding("UTF-8");
        words.setDefaultLocale(Locale.FRENCH);
        engine.setTemplateEngineMessageSource(words);
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        engine.setTemplateResolver(templates);
    }

    @Test
    void aPageHasItsLandmarksItsTitleAndNothingThatThePolicyForbids() {
        var page = render("base/error", Map.of("title", "Cette page n’existe pas", "text", "L’adresse a changé.", "demo", true,
                "sections", List.of(new Section("activities", "Activités", "home", "/centres/belencontre/activites"))));

        assertThat(page.title()).isEqualTo("Cette page n’existe pas · Préau");
        assertThat(page.select("html").attr("lang")).isEqualTo("fr");
        assertThat(page.select("h1").text()).isEqualTo("Cette page n’existe pas");
        assertThat(page.select("header.top .demo").text()).isEqualTo("Démonstration, données fictives");
        assertThat(page.select("main#contenu .oops")).hasSize(1);
        assertThat(page.select("nav[aria-label=Rubriques]")).hasSize(2);
        assertThat(page.select(".tabs use").attr("href")).isEqualTo("/assets/pictos.svg#home");
        assertThat(page.select("script, style, [style], [onclick]")).isEmpty();
        assertThat(page.outerHtml()).doesNotContain("th:");
    }

    @Test
    void aPageWithoutSectionsOrDemonstrationShowsNeither() {
        var page = render("base/error", Map.of("title", "Un souci", "text", "Réessayez."));

        assertThat(page.select("nav, .demo")).isEmpty();
        assertThat(page.select("a.mark").attr("href")).isEqualTo("/");
    }

    private Document render(String template, Map<String, Object> model) {
        var application = JakartaServletWebApplication.buildApplication(new MockServletContext());
        var exchange = application.buildExchange(new MockHttpServletRequest(), new MockHttpServletResponse());
        return Jsoup.parse(engine.process(template, new WebContext(exchange, Locale.FRENCH, model)));
    }
}
