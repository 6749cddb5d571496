package fr.preau.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.io.Reader;
import java.io.StringWriter;

/**
 * The two accounts of the embedded database and their random passwords, kept beside the data in a file that only its owner
 * can read: the application's, which has its own database and nothing else, and the administrator's.
 */
record DatabaseAccounts(String password, String adminPassword) {

    static final String USER = "preau";
    static final String ADMIN = "preau_admin";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Reads the file, or writes it with new passwords; the server learns them at each start. */
    static DatabaseAccounts of(Path file) throws IOException {
        if (Files.exists(file)) {
            Properties known = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                known.load(in);
            }
            String password = known.getProperty(USER);
            String adminPassword = known.getProperty(ADMIN);
            if (password != null && adminPassword != null && password.matches("[0-9a-f]{48}") && adminPassword.matches("[0-9a-f]{48}")) {
                PrivateFiles.restrict(file);
                return new DatabaseAccounts(password, adminPassword);
            }
        }
        DatabaseAccounts fresh = new DatabaseAccounts(random(), random());
        Properties kept = new Properties();
        kept.setProperty(USER, fresh.password);
        kept.setProperty(ADMIN, fresh.adminPassword);
        StringWriter text = new StringWriter();
        kept.store(text, "The embedded database: one password per account");
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        PrivateFiles.write(draft, text.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return fresh;
    }

    private static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What the server does before it opens its door: one statement per line, as an init file wants it. */
    String statements() {
        return """
                DELETE FROM mysql.global_priv WHERE User NOT IN ('mariadb.sys', '%1$s', '%2$s');
                FLUSH PRIVILEGES;
                CREATE DATABASE IF NOT EXISTS preau CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
                CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1';
                ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL ON preau.* TO '%1$s'@'127.0.0.1';
                CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1';
                ALTER USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%4$s';
                GRANT ALL ON *.* TO '%2$s'@'127.0.0.1';
                """.formatted(USER, ADMIN, password, adminPassword);
    }
}
