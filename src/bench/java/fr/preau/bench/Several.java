package fr.preau.bench;

import java.util.List;

/** The same thing measured some times: the median speaks for it, and its method says how far the others lay. */
record Several(List<Double> values) {

    Several {
        values = values.stream().sorted().toList();
    }

    double median() {
        return values.get(values.size() / 2);
    }

    Figure info(String name, String unit, String method) {
        return Figure.info(name, median(), unit, method + said());
    }

    Figure atMost(double limit, String name, String unit, String method) {
        return Figure.atMost(limit, name, median(), unit, method + said());
    }

    Figure atLeast(double limit, String name, String unit, String method) {
        return Figure.atLeast(limit, name, median(), unit, method + said());
    }

    private String said() {
        return values.size() == 1 ? "; once" : "; median of " + values.size() + ", range " + Report.number(values.getFirst()) + "–" + Report.number(values.getLast());
    }
}
