package fr.preau.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;

/** What somebody fetches who reads a public page for the first time, against {@code budgets.yaml}. */
public final class FirstVisit {

    private FirstVisit() {
    }

    /** Fetches the page and all that it names, and weighs it as it goes over the wire. */
    public static void isLight(Visitor visitor, String path) {
        var files = new LinkedHashSet<String>();
        var answer = visitor.get(path);
        int bytes = answer.sent().length;
        answer.page().select("link[rel=stylesheet], link[rel=preload], link[rel=icon]").forEach(link -> files.add(link.attr("href")));
        answer.page().select("use").forEach(use -> files.add(use.attr("href").replaceFirst("#.*", "")));
        assertThat(answer.page().select("h1")).as("heading of " + path).isNotEmpty();
        assertThat(answer.page().select("img, script[src], iframe")).as(path).isEmpty();
        for (String file : files) {
            var fetched = visitor.get(file);
            assertThat(fetched.status()).as(file).isEqualTo(200);
            bytes += fetched.sent().length;
        }
        assertThat(files.size() + 1).as("requests of " + path).isLessThanOrEqualTo(Budgets.of("public", "requests"));
        assertThat(bytes).as("bytes of " + path).isLessThanOrEqualTo(Budgets.of("public", "kilobytes") * 1000);
        assertThat(answer.text().getBytes(StandardCharsets.UTF_8).length).as("plain bytes of " + path)
                .isLessThanOrEqualTo(Budgets.of("public", "plain-kilobytes") * 1000);
    }
}
