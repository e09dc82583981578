package io.tidemark.ledger.event;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** By what sales are added up, in the order in which they are told. */
record SalesKey(LineKind kind, String department, TaxCategory category)
        implements Comparable<SalesKey> {
    static SalesKey of(SalesTotal part) {
        return new SalesKey(part.kind(), part.department(), part.category());
    }

    /** By department, or where there are too many of them, without. */
    static List<SalesTotal> told(List<SalesTotal> sales) {
        return sales.size() <= Totals.KEYS_MAX ? List.copyOf(sales) : withoutDepartments(sales);
    }

    /** The same sales by kind and VAT alone. */
    static List<SalesTotal> withoutDepartments(Collection<SalesTotal> sales) {
        SortedMap<SalesKey, SalesTotal> folded = new TreeMap<>();
        for (SalesTotal each : sales) {
            SalesTotal any = each.ofAllDepartments();
            folded.merge(of(any), any, SalesTotal::plus);
        }
        return List.copyOf(folded.values());
    }

    @Override
    public int compareTo(SalesKey other) {
        int byKind = kind.compareTo(other.kind);
        if (byKind != 0) return byKind;
        int byDepartment = department.compareTo(other.department);
        return byDepartment != 0 ? byDepartment : category.compareTo(other.category);
    }

    // Said in full: every line of every receipt is looked up by it, and a record's own are found
    // at run time, which a process that has just started pays for.
    @Override
    public boolean equals(Object other) {
        return other instanceof SalesKey key
                && kind == key.kind
                && department.equals(key.department)
                && category.code().equals(key.category.code())
                && category.rate().ppm() == key.category.rate().ppm();
    }

    @Override
    public int hashCode() {
        int hash = 31 * kind.ordinal() + department.hashCode();
        return 31 * (31 * hash + category.code().hashCode()) + category.rate().ppm();
    }
}
