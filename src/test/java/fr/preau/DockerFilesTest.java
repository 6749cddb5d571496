package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What whoever puts Préau on a server starts from. */
class DockerFilesTest {

    private static final Path FOLDER = Path.of("docker");
    private static final Pattern NEEDED = Pattern.compile("\\$\\{(\\w+):\\?");

    @Test
    void everythingThatMustBeSetStandsInTheExample() throws IOException {
        var example = Files.readAllLines(FOLDER.resolve(".env.example"));
        var needed = NEEDED.matcher(Files.readString(FOLDER.resolve("compose.yaml"))).results().map(found -> found.group(1)).distinct().toList();
        assertThat(needed).contains("PREAU_SECRET", "PREAU_PUBLIC_URL", "PREAU_DB_PASSWORD", "PREAU_MAIL_FROM").allSatisfy(name -> assertThat(example).contains(name + "="));
    }

    /** Else the image is not made: a start that only trains asks for the same. */
    @Test
    void theImagesTrainingHasWhatAServerNeeds() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("Dockerfile"))).contains("--preau.secret=", "--preau.public-url=");
    }

    @Test
    void lettersLeaveEncryptedUnlessSomebodyDecidesOtherwise() throws IOException {
        assertThat(app()).containsEntry("SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "${SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED:-true}");
    }

    /** Tomcat reads the addresses of who asks from the end; Spring takes the first, which a visitor can write. */
    @Test
    void whoAsksIsTheLastAddressThatIsNoProxyInTheImageAndWithoutOne() throws IOException {
        Map<String, Map<String, Object>> settings = new Yaml().load(Files.readString(Path.of("src/main/resources/application.yaml")));

        assertThat(settings.get("server")).containsEntry("forward-headers-strategy", "native");
        assertThat(app()).doesNotContainKey("SERVER_FORWARD_HEADERS_STRATEGY");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> app() throws IOException {
        Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml")));
        return (Map<String, Object>) compose.get("services").get("app").get("environment");
    }
}
