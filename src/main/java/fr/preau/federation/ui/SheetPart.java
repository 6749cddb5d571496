package fr.preau.federation.ui;

import fr.preau.base.Texts;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.PlainField;
import fr.preau.centres.HolidayZone;
import fr.preau.federation.CentreSheet;
import fr.preau.federation.CentreSheet.Line;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The lines of a centre's sheet to write in. */
class SheetPart extends FormSection {

    private static final long serialVersionUID = 1L;

    private final Map<Line, PlainField> fields = new EnumMap<>(Line.class);
    private final OneCard<HolidayZone> zone;

    SheetPart(String title) {
        super(title);
        for (var line : Line.values()) {
            var field = new PlainField(getTranslation("federation.sheet." + line.key())).named(line.key()).helped("off", switch (line) {
                case POSTCODE -> "numeric";
                case PHONE -> "tel";
                case MAIL -> "email";
                default -> "text";
            });
            switch (line) {
                case SHORT_NAME -> field.hint(getTranslation("federation.sheet.short-name.hint"));
                case OPENING_HOURS -> field.hint(getTranslation("federation.sheet.opening-hours.hint"));
                case POSTCODE -> field.tiny();
                default -> { }
            }
            fields.put(line, field);
            add(field);
        }
        zone = new OneCard<>(getTranslation("federation.sheet.zone"), List.of(HolidayZone.values()), this::words);
        zone.setValue(HolidayZone.B);
        add(zone);
    }

    private Choice words(HolidayZone one) {
        String key = Texts.word(one);
        return Choice.of(getTranslation("federation.zone." + key), getTranslation("federation.zone-more." + key));
    }

    PlainField field(Line line) {
        return fields.get(line);
    }

    void read(CentreSheet sheet) {
        fields.forEach((line, field) -> field.value(sheet.line(line)));
        zone.setValue(sheet.zone());
    }

    CentreSheet typed() {
        return new CentreSheet(typed(Line.NAME), typed(Line.SHORT_NAME), typed(Line.STREET), typed(Line.POSTCODE), typed(Line.CITY),
                typed(Line.PHONE), typed(Line.MAIL), typed(Line.OPENING_HOURS), zone.getValue());
    }

    /** Takes the errors of the last try away. */
    void accept() {
        fields.values().forEach(PlainField::accept);
    }

    /** Says beside the lines what does not go. */
    void refuse(Collection<Line> lines) {
        lines.forEach(line -> fields.get(line).refuse(getTranslation("federation.wrong." + line.key())));
    }

    private String typed(Line line) {
        return fields.get(line).getValue();
    }
}
