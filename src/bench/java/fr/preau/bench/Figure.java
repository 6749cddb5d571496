package fr.preau.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param method how it was measured, so that anyone can judge it
 * @param limit  what it has to reach; nothing for a figure that only informs
 */
record Figure(String name, double value, String unit, String method, @Nullable Limit limit) {

    enum Kind {
        AT_MOST("≤"), AT_LEAST("≥"), EXACTLY("=");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    record Limit(Kind kind, double value) {

        boolean holds(double measured) {
            return switch (kind) {
                case AT_MOST -> measured <= value;
                case AT_LEAST -> measured >= value;
                case EXACTLY -> measured == value;
            };
        }

        @Override
        public String toString() {
            return kind.sign + " " + Report.number(value);
        }
    }

    static Figure info(String name, double value, String unit, String method) {
        return new Figure(name, value, unit, method, null);
    }

    static Figure atMost(double limit, String name, double value, String unit, String method) {
        return new Figure(name, value, unit, method, new Limit(Kind.AT_MOST, limit));
    }

    static Figure atLeast(double limit, String name, double value, String unit, String method) {
        return new Figure(name, value, unit, method, new Limit(Kind.AT_LEAST, limit));
    }

    static Figure exactly(double wanted, String name, double value, String unit, String method) {
        return new Figure(name, value, unit, method, new Limit(Kind.EXACTLY, wanted));
    }

    Figure named(String other) {
        return new Figure(other, value, unit, method, limit);
    }

    Figure measured(String otherMethod) {
        return new Figure(name, value, unit, otherMethod, limit);
    }

    boolean reached() {
        return limit == null || limit.holds(value);
    }
}
