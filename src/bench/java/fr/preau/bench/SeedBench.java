package fr.preau.bench;

import java.util.List;

/** How large the seeded base is, so that the other figures can be judged. */
final class SeedBench implements Measurement {

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        return List.of(rows(database, "centre"), rows(database, "person"), rows(database, "activity"), rows(database, "activity_session"),
                rows(database, "registration"), rows(database, "seat"), rows(database, "attendance"), rows(database, "outbox_letter"));
    }

    private static Figure rows(Database database, String table) throws Exception {
        return Figure.info(table, database.number("SELECT count(*) FROM " + table), "rows", "seeded generator, seed " + Seed.SEED);
    }
}
