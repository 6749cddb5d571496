package fr.preau.journeys;

/** What people hold: an old phone, or the computer at the desk. Sizes in CSS pixels. */
enum Screen {
    PHONE(360, 740), COMPUTER(1280, 900);

    final int width;
    final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }
}
