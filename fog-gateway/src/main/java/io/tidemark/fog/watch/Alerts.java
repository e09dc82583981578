package io.tidemark.fog.watch;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The alerts that stand. Safe for use by several threads. */
public final class Alerts {
    /** Beyond this the oldest gives way: whoever looks at none of 200 does not miss the 201st. */
    public static final int ALERTS_MAX = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private record Key(Alert.Kind kind, String subject) {}

    private final Clock clock;
    private final Changes changes;
    private final Map<Key, Alert> standing = new LinkedHashMap<>();

    public Alerts(Clock clock, Changes changes) {
        this.clock = clock;
        this.changes = changes;
    }

    /** Raises it, or brings its text up to date; it keeps the time it was first seen. */
    public void raise(Alert.Kind kind, String subject, String text) {
        synchronized (this) {
            Key key = new Key(kind, subject);
            Alert before = standing.get(key);
            if (before != null && before.text().equals(text)) return;
            LOG.warn("{} {}: {}", kind, subject, text);
            standing.put(
                    key,
                    new Alert(
                            kind,
                            subject,
                            text,
                            before == null ? clock.instant() : before.since()));
            if (standing.size() > ALERTS_MAX) standing.remove(standing.keySet().iterator().next());
        }
        changes.happened();
    }

    public void clear(Alert.Kind kind, String subject) {
        Alert gone;
        synchronized (this) {
            gone = standing.remove(new Key(kind, subject));
        }
        if (Objects.nonNull(gone)) changes.happened();
    }

    /** Newest last. */
    public synchronized List<Alert> standing() {
        return List.copyOf(standing.values());
    }
}
