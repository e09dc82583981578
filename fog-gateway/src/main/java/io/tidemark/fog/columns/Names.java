package io.tidemark.fog.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers for names, from 0 in the order in which they came. Safe for use by several threads. */
final class Names<K> {
    private final Map<K, Integer> numbers = new ConcurrentHashMap<>();
    private final List<K> names = new ArrayList<>();

    int of(K name) {
        Integer known = numbers.get(name);
        return known != null ? known : added(name);
    }

    private synchronized int added(K name) {
        Integer known = numbers.get(name);
        if (known != null) return known;
        int number = names.size();
        names.add(name);
        // Last: who finds the number may ask for the name.
        numbers.put(name, number);
        return number;
    }

    synchronized int size() {
        return names.size();
    }

    /** All so far, by number. */
    synchronized List<K> all() {
        return List.copyOf(names);
    }
}
