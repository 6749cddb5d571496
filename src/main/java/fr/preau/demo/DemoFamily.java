package fr.preau.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A family that nobody knows: first names and family names put together so that the same forty come out on every machine.
 *
 * @param children their first names and ages in years
 * @param reach    how it is reached: by mail, by phone only, or not at all
 */
record DemoFamily(String name, String adult, String secondAdult, List<Child> children, Reach reach) {

    record Child(String name, int age) {
    }

    enum Reach {
        MAIL, PHONE, NOTHING
    }

    private static final List<String> NAMES = List.of("Benali", "Dubois-Lemaire", "N’Diaye", "Kowalczyk", "Da Silva", "Yılmaz", "Vandenberghe",
            "Haddad", "El Amrani", "Lefebvre", "Traoré", "Nguyen", "Martins", "Delattre", "Bouchard", "Öztürk", "Diallo", "Carpentier",
            "Mansouri", "O’Connor", "Petit", "Sanogo", "Van Hove", "Rahmani", "Leroy", "Camara", "Popescu", "Delannoy", "Cherif", "Moreau",
            "Fernandes", "Baldé", "Lambert", "Aziz", "Wójcik", "de La Tour", "Kaya", "Dumont", "Saïdi", "Roussel");
    private static final List<String> ADULTS = List.of("Amina", "Claire", "Fatou", "Ewa", "Lúcia", "Elif", "Sophie", "Nadia", "Khadija",
            "Céline", "Aïssata", "Linh", "Rosa", "Maxime", "Denis", "Selin", "Mariama", "Jean-Noël", "Leïla", "Sean");
    private static final List<String> SECOND = List.of("Karim", "", "Moussa", "", "João", "", "Pieter", "", "", "Luc");
    private static final List<String> CHILDREN = List.of("Inès", "Adam", "Zoé", "Yanis", "Maëlle", "Ilyès", "Lina", "Noah", "Awa", "Jade",
            "Sacha", "Nour", "Gabriel", "Aya", "Tom", "Mila", "Rayan", "Léa", "Ismaël", "Chloé");

    /** The forty. The first lives through the main story: a mother, a daughter of 9 and a son of 4. */
    static List<DemoFamily> all() {
        var families = new ArrayList<DemoFamily>();
        families.add(new DemoFamily("Benali", "Amina", "Karim", List.of(new Child("Inès", 9), new Child("Adam", 4)), Reach.MAIL));
        for (int i = 1; i < NAMES.size(); i++) {
            families.add(new DemoFamily(NAMES.get(i), ADULTS.get(i % ADULTS.size()), SECOND.get(i % SECOND.size()), children(i), reach(i)));
        }
        return List.copyOf(families);
    }

    private static List<Child> children(int family) {
        var children = new ArrayList<Child>();
        for (int i = 0; i < 1 + family % 3; i++) {
            children.add(new Child(CHILDREN.get((family * 3 + i * 7) % CHILDREN.size()), 3 + (family * 5 + i * 4) % 13));
        }
        return List.copyOf(children);
    }

    /** Most by mail, every fifth by phone only, every thirteenth not at all. */
    private static Reach reach(int family) {
        if (family % 13 == 0) {
            return Reach.NOTHING;
        }
        return family % 5 == 0 ? Reach.PHONE : Reach.MAIL;
    }
}
