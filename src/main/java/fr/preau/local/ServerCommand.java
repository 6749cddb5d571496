package fr.preau.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How {@code mariadbd} is called: shut as far as a server can be, and deaf to the configuration of the machine. */
record ServerCommand(ServerFolder folder, MariaDbBinaries binaries) {

    private static final Path SETSID = Path.of("/usr/bin/setsid");

    /** Makes new data: reads the statements of creation and ends. */
    Process create() throws IOException {
        List<String> command = common(folder.unfinishedData());
        command.addAll(List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine=", "--max-allowed-packet=9M",
                "--net-buffer-length=16K", "--innodb-flush-log-at-trx-commit=0"));
        return launch(command, folder.statementsOfCreation().toFile());
    }

    /**
     * Serves the data.
     *
     * @param options more options; they win over ours
     */
    Process serve(int port, List<String> options) throws IOException {
        List<String> command = common(folder.data());
        // An own certificate costs six seconds at each start, and the loopback needs none. An empty socket path means
        // no socket: its length limit of 107 bytes is soon reached in people's folders.
        command.addAll(List.of("--bind-address=127.0.0.1", "--port=" + port, "--socket=", "--skip-ssl", "--skip-name-resolve",
                "--character-set-collations=utf8mb4=uca1400_ai_ci", "--default-time-zone=+00:00", "--local-infile=0",
                "--skip-symbolic-links", "--init-file=" + folder.statementsOfStart(), "--pid-file=" + folder.pid(),
                "--innodb-buffer-pool-size=128M", "--max-connections=200"));
        command.addAll(options);
        return launch(command, new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null"));
    }

    private List<String> common(Path data) throws IOException {
        Path nothing = folder.nothing();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            // out of the terminal's process group: Ctrl-C is for the application, which stops its server last
            command.add(SETSID.toString());
        }
        // --no-defaults must come first: the machine's my.cnf is none of our business
        command.addAll(List.of(binaries.server().toString(), "--no-defaults",
                "--datadir=" + data, "--basedir=" + binaries.share().getParent(), "--lc-messages-dir=" + binaries.share(),
                "--tmpdir=" + folder.temporary(), "--plugin-dir=" + nothing, "--secure-file-priv=" + nothing,
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_uca1400_ai_ci", "--innodb-log-file-size=48M"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    private Process launch(List<String> command, File input) throws IOException {
        return new ProcessBuilder(command).redirectInput(input).redirectErrorStream(true).redirectOutput(folder.log().toFile()).start();
    }
}
