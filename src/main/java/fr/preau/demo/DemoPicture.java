package fr.preau.demo;

import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Pictures of the demonstration's activities, drawn here in the colours of the courtyard: nobody's face, nobody's rights, and the
 * same on every machine. They go the way of every photo.
 */
enum DemoPicture {

    COOKING("Atelier cuisine du monde", "Un dessin : une marmite fume sur la table, entre les bols et les légumes", DemoPicture::cooking),
    HOMEWORK("Coup de pouce aux devoirs", "Un dessin : des livres, un cahier ouvert, des crayons et une pomme sur une table", DemoPicture::homework),
    GARDEN("Jardin partagé", "Un dessin : des rangées de jeunes plantes, un arrosoir et le soleil", DemoPicture::garden),
    SEA("Sortie à la mer", "Un dessin : la plage, un parasol, la mer et un bateau à voile", DemoPicture::sea);

    private static final int WIDTH = DemoPen.WIDTH;
    private static final int HEIGHT = DemoPen.HEIGHT;

    private static final Color PAPER = new Color(0xFBF6EE);
    private static final Color WHITE = Color.WHITE;
    private static final Color ROOF = new Color(0x0E5A57);
    private static final Color ROOF_DEEP = new Color(0x0A4442);
    private static final Color ROOF_WASH = new Color(0xE0F0EC);
    private static final Color BRICK = new Color(0xA33C1C);
    private static final Color BRICK_DEEP = new Color(0x7F2D13);
    private static final Color BRICK_WASH = new Color(0xFAE5DB);
    private static final Color SUN = new Color(0xF4B73F);
    private static final Color SUN_WASH = new Color(0xFDF0D0);
    private static final Color LIME = new Color(0x3F6B1D);
    private static final Color LIME_WASH = new Color(0xE8F2DA);
    private static final Color LEAF = new Color(0xB4D98C);
    private static final Color WOOD = new Color(0xDDD2C1);

    private final String title;
    private final String words;
    private final Consumer<DemoPen> drawing;

    DemoPicture(String title, String words, Consumer<DemoPen> drawing) {
        this.title = title;
        this.words = words;
        this.drawing = drawing;
    }

    static Optional<DemoPicture> of(DemoActivity activity) {
        return Arrays.stream(values()).filter(picture -> picture.title.equals(activity.title())).findFirst();
    }

    /** What can be seen on it. */
    String words() {
        return words;
    }

    /** As a file that somebody would send. */
    InputStream png() {
        var pen = new DemoPen();
        drawing.accept(pen);
        return pen.png();
    }

    private static void cooking(DemoPen pen) {
        pen.box(SUN_WASH, 0, 0, WIDTH, HEIGHT);
        pen.disc(SUN, 480, 250, 210);
        pen.box(BRICK_WASH, 0, 400, WIDTH, 140);
        pen.box(BRICK, 0, 400, WIDTH, 12);
        for (int x = 400; x <= 560; x += 80) {
            pen.line(WHITE, 12, new CubicCurve2D.Double(x, 200, x - 50, 150, x + 50, 110, x, 50));
        }
        pen.round(ROOF_DEEP, 310, 268, 60, 26, 26);
        pen.round(ROOF_DEEP, 590, 268, 60, 26, 26);
        pen.round(ROOF, 340, 230, 280, 190, 60);
        pen.round(ROOF_DEEP, 325, 216, 310, 34, 34);
        bowl(pen, BRICK, 130);
        bowl(pen, LIME, 720);
        pen.disc(BRICK, 60, 436, 34);
        pen.disc(BRICK, 112, 478, 30);
        pen.disc(LIME, 700, 462, 26);
        carrot(pen, 300, 480);
        carrot(pen, 560, 470);
    }

    private static void bowl(DemoPen pen, Color color, int x) {
        pen.fill(color, new Arc2D.Double(x, 300, 130, 150, 180, 180, Arc2D.PIE));
        pen.round(color, x - 8, 364, 146, 20, 20);
    }

    private static void carrot(DemoPen pen, int x, int y) {
        pen.corners(SUN, x, y, x + 110, y + 18, x, y + 36);
        for (int leaf = -14; leaf <= 14; leaf += 14) {
            pen.line(LIME, 8, new CubicCurve2D.Double(x, y + 18, x - 16, y + 18, x - 24, y + 18 + leaf, x - 38, y + 18 + leaf));
        }
    }

    private static void homework(DemoPen pen) {
        pen.box(ROOF_WASH, 0, 0, WIDTH, HEIGHT);
        pen.round(WHITE, 90, 60, 240, 190, 28);
        pen.box(ROOF_WASH, 204, 60, 12, 190);
        pen.box(ROOF_WASH, 90, 150, 240, 12);
        pen.disc(SUN, 270, 106, 26);
        pen.box(WOOD, 0, 390, WIDTH, 150);
        pen.box(BRICK_DEEP, 0, 390, WIDTH, 10);
        pen.round(ROOF, 600, 340, 250, 50, 16);
        pen.round(BRICK, 620, 292, 220, 48, 16);
        pen.round(SUN, 604, 246, 230, 46, 16);
        for (int y : new int[] {358, 310, 262}) {
            pen.box(PAPER, 640, y, 90, 10);
        }
        pen.disc(BRICK, 700, 208, 40);
        pen.disc(BRICK, 734, 208, 40);
        pen.line(LIME, 10, new CubicCurve2D.Double(717, 178, 716, 160, 730, 150, 752, 148));
        pencil(pen, BRICK, 430, 200);
        pencil(pen, LIME, 464, 170);
        pencil(pen, SUN, 498, 210);
        pen.round(ROOF_DEEP, 415, 290, 125, 110, 20);
        pen.corners(WHITE, 120, 500, 170, 420, 330, 432, 320, 512);
        pen.corners(WHITE, 330, 432, 490, 420, 520, 500, 320, 512);
        for (int row = 0; row < 3; row++) {
            int y = row * 20;
            pen.line(ROOF_WASH, 6, new CubicCurve2D.Double(180 - row * 12, 442 + y, 220, 444 + y, 260, 446 + y, 305, 450 + y));
            pen.line(ROOF_WASH, 6, new CubicCurve2D.Double(350, 450 + y, 390, 446 + y, 430, 444 + y, 470 + row * 10, 440 + y));
        }
    }

    private static void pencil(DemoPen pen, Color color, int x, int top) {
        pen.box(color, x, top, 22, 140);
        pen.corners(SUN_WASH, x, top, x + 11, top - 30, x + 22, top);
    }

    private static void garden(DemoPen pen) {
        pen.box(ROOF_WASH, 0, 0, WIDTH, HEIGHT);
        pen.disc(SUN, 780, 120, 76);
        pen.disc(LIME_WASH, 200, 380, 260);
        pen.disc(LIME_WASH, 620, 420, 300);
        pen.round(BRICK_WASH, 90, 150, 150, 170, 0);
        pen.corners(BRICK, 70, 160, 165, 90, 260, 160);
        pen.round(BRICK_DEEP, 140, 230, 50, 90, 8);
        pen.box(BRICK_DEEP, 0, 320, WIDTH, 220);
        for (int row = 0; row < 3; row++) {
            int y = 372 + row * 72;
            pen.box(BRICK, 0, y, WIDTH, 14);
            for (int x = 60 + row * 34; x < 620 + row * 30; x += 108) {
                sprout(pen, x, y, 34 + row * 8);
            }
        }
        can(pen);
    }

    private static void sprout(DemoPen pen, int x, int y, int high) {
        pen.line(LIME_WASH, 8, new CubicCurve2D.Double(x, y + 4, x, y - 10, x, y - 16, x, y - high));
        pen.fill(LEAF, new Ellipse2D.Double(x - 34, y - high - 8, 34, 20));
        pen.fill(LEAF, new Ellipse2D.Double(x, y - high - 8, 34, 20));
    }

    private static void can(DemoPen pen) {
        pen.line(ROOF, 16, new CubicCurve2D.Double(850, 350, 930, 340, 930, 440, 860, 440));
        pen.line(ROOF, 24, new CubicCurve2D.Double(720, 430, 690, 400, 680, 360, 656, 330));
        pen.round(ROOF, 712, 330, 160, 150, 26);
        pen.round(ROOF_DEEP, 712, 330, 160, 26, 26);
        pen.round(ROOF_DEEP, 628, 306, 50, 34, 16);
    }

    private static void sea(DemoPen pen) {
        pen.box(ROOF_WASH, 0, 0, WIDTH, HEIGHT);
        pen.disc(SUN, 190, 130, 80);
        pen.box(new Color(0x7FD1C7), 0, 230, WIDTH, 140);
        pen.box(ROOF, 0, 230, WIDTH, 54);
        for (int x = -20; x < WIDTH; x += 120) {
            pen.line(WHITE, 6, new CubicCurve2D.Double(x, 320, x + 30, 304, x + 60, 336, x + 90, 320));
        }
        pen.corners(WHITE, 470, 222, 470, 90, 560, 222);
        pen.corners(BRICK, 460, 222, 460, 120, 400, 222);
        pen.corners(BRICK_DEEP, 380, 232, 580, 232, 550, 268, 410, 268);
        var sand = new Path2D.Double();
        sand.moveTo(0, 380);
        sand.curveTo(240, 340, 620, 420, WIDTH, 356);
        sand.lineTo(WIDTH, HEIGHT);
        sand.lineTo(0, HEIGHT);
        sand.closePath();
        pen.fill(SUN_WASH, sand);
        pen.line(BRICK_DEEP, 12, new CubicCurve2D.Double(740, 490, 738, 400, 736, 300, 734, 200));
        for (int part = 0; part < 6; part++) {
            pen.fill(part % 2 == 0 ? BRICK : WHITE, new Arc2D.Double(574, 190, 320, 230, 30 * part, 30, Arc2D.PIE));
        }
        pen.round(ROOF, 560, 452, 150, 34, 34);
        pen.corners(SUN, 300, 440, 390, 440, 376, 510, 314, 510);
        pen.line(BRICK, 8, new CubicCurve2D.Double(302, 440, 310, 396, 380, 396, 388, 440));
    }
}
