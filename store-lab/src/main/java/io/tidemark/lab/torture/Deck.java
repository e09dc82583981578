package io.tidemark.lab.torture;

import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.proxy.TcpProxy;
import io.tidemark.lab.shop.Damage;
import io.tidemark.lab.shop.LabTill;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every kind of harm once, in an order of chance, and then all of them again: so that a short run
 * tries many kinds and a long run all of them often. Whom it strikes, how and how often at once
 * comes from the same seed.
 */
final class Deck {
    private static final List<String> ERRORS = List.of("EIO", "ENOSPC");
    private static final List<String> CALLS = List.of("pwrite64", "fsync,fdatasync");
    private static final int CALLS_UNTIL_ERROR = 4;
    private static final int BYTES_LEFT = 4 << 20;
    private static final Duration SHIFT_MAX = Duration.ofDays(300);
    private static final Duration SHIFT_BACK_MAX = Duration.ofHours(40);

    private final Scene scene;
    private final Tools tools;
    private final Random random;
    private final List<Kind> kinds;
    private final Deque<Kind> cards = new ArrayDeque<>();
    private final Set<Kind> owed = EnumSet.noneOf(Kind.class);
    private final Set<Kind> triedAgain = EnumSet.noneOf(Kind.class);

    Deck(Scene scene, Tools tools, Set<Kind> kinds, Random random) {
        this.kinds = List.copyOf(new TreeSet<>(kinds));
        this.scene = scene;
        this.tools = tools;
        this.random = random;
    }

    /** What is done at the same time: mostly one harm, now and then two or three. */
    List<Drawn> wave() {
        int wanted = List.of(1, 1, 1, 2, 2, 3).get(random.nextInt(6));
        List<Drawn> wave = new ArrayList<>();
        Set<LabNode> touched = new HashSet<>();
        while (wave.size() < wanted) {
            Optional<Drawn> next = draw();
            if (next.isEmpty()) break;
            Drawn drawn = next.get();
            boolean fits = Collections.disjoint(touched, drawn.touched());
            if (!fits || (drawn.isAlone() && !wave.isEmpty())) {
                putBack(drawn.kind());
                break;
            }
            wave.add(drawn);
            touched.addAll(drawn.touched());
            if (drawn.isAlone()) break;
        }
        return wave;
    }

    /**
     * What did not bite comes again with the next wave: at most once a round, or a harm that cannot
     * bite here would leave no room for the others.
     */
    void again(Kind kind) {
        if (!triedAgain.add(kind)) return;
        cards.push(kind);
        owed.add(kind);
    }

    /** Whether something that did not bite waits for its other chance. */
    boolean isOwed() {
        return !owed.isEmpty();
    }

    private void putBack(Kind kind) {
        cards.push(kind);
        if (triedAgain.contains(kind)) owed.add(kind);
    }

    /** Empty if none of what is wanted can be done to this shop. */
    private Optional<Drawn> draw() {
        for (int tries = 0; tries <= 2 * kinds.size(); tries++) {
            if (cards.isEmpty()) {
                List<Kind> all = new ArrayList<>(kinds);
                Collections.shuffle(all, random);
                cards.addAll(all);
                triedAgain.clear();
            }
            Kind kind = cards.pop();
            owed.remove(kind);
            Optional<Drawn> drawn = of(kind);
            if (drawn.isPresent()) return drawn;
        }
        return Optional.empty();
    }

    /** Empty where this shop has nothing that it could be done to. */
    private Optional<Drawn> of(Kind kind) {
        LabNode node = one(scene.nodes());
        return switch (kind) {
            case KILL -> on(kind, node, new Kill(scene, List.of(node), random));
            case KILL_SEVERAL -> Optional.of(new Drawn(kind, severalKilled(), Set.of()));
            case KILL_IN_SYNC -> killInSync();
            case KILL_STARTING -> on(kind, node, new KillStarting(scene, node, random));
            case KILL_CLOSING, OLD_DISK -> Optional.empty(); // they come with the end of the day
            case IO_ERROR -> ioError();
            case FULL_DISK -> fullDisk();
            case CUT -> network(NetworkHarm.Trouble.CUT);
            case SLOW -> network(NetworkHarm.Trouble.SLOW);
            case HALF_OPEN -> network(NetworkHarm.Trouble.HALF_OPEN);
            case BROKEN_OFF -> network(NetworkHarm.Trouble.BROKEN_OFF);
            case LATE_AND_TWICE -> network(NetworkHarm.Trouble.LATE_AND_TWICE);
            case CLOCK -> clock();
            case H2 -> on(kind, node, new H2Harm(scene, node, h2Harm(), random));
            case BROKER_STOPPED -> on(kind, gateway(), new Stopped(scene, gateway(), true, random));
            case HEAD_OFFICE_AWAY -> headOfficeAway();
            case DAMAGED_JOURNAL -> Optional.of(new Drawn(kind, damagedJournal(), Set.of()));
        };
    }

    private static Optional<Drawn> on(Kind kind, LabNode node, Harm harm) {
        return Optional.of(new Drawn(kind, harm, Set.of(node)));
    }

    private Harm severalKilled() {
        List<LabNode> nodes = new ArrayList<>(scene.nodes());
        Collections.shuffle(nodes, random);
        return new Kill(scene, nodes.subList(0, 2 + random.nextInt(nodes.size() - 1)), random);
    }

    private Optional<Drawn> killInSync() {
        LabTill till = one(scene.store().devices());
        LabNode victim = random.nextBoolean() ? till.node() : gateway();
        return Optional.of(
                new Drawn(
                        Kind.KILL_IN_SYNC,
                        new KillInSync(scene, till, victim),
                        Set.of(till.node(), gateway())));
    }

    /** Head office writes so rarely that an error there seldom has a chance. */
    private Optional<Drawn> ioError() {
        List<LabNode> nodes = scene.nodes();
        LabNode node =
                one(
                        random.nextInt(5) > 0
                                ? nodes.subList(0, scene.store().devices().size() + 1)
                                : nodes);
        int when = 1 + random.nextInt(CALLS_UNTIL_ERROR);
        return on(Kind.IO_ERROR, node, new IoError(scene, node, one(CALLS), one(ERRORS), when));
    }

    private Optional<Drawn> fullDisk() {
        List<LabNode> small = scene.nodes().stream().filter(scene.disks()::containsKey).toList();
        if (small.isEmpty()) return Optional.empty();
        LabNode node = one(small);
        return Optional.ofNullable(scene.disks().get(node))
                .flatMap(disk ->
                        on(
                                Kind.FULL_DISK,
                                node,
                                new FullDisk(
                                        scene, node, disk, random.nextInt(BYTES_LEFT), random)));
    }

    private Optional<Drawn> network(NetworkHarm.Trouble trouble) {
        LabTill till = one(scene.store().devices());
        return network(trouble, till.name() + " – gateway", till.way(), till.node());
    }

    private Optional<Drawn> network(
            NetworkHarm.Trouble trouble, String between, TcpProxy way, LabNode node) {
        return on(trouble.kind(), node, new NetworkHarm(trouble, between, way, random));
    }

    /**
     * Head office shows no clock of its own. A handheld's day begins by itself with its clock, so
     * that its goods would rightly be another day's.
     */
    private Optional<Drawn> clock() {
        List<LabNode> nodes =
                scene.nodes().stream()
                        .filter(node -> node != scene.laboratory().headOffice())
                        .filter(node -> !isHandheld(node))
                        .toList();
        LabNode node = one(nodes);
        long seconds =
                random.nextBoolean()
                        ? random.nextLong(SHIFT_MAX.toSeconds())
                        : -random.nextLong(SHIFT_BACK_MAX.toSeconds());
        return on(
                Kind.CLOCK, node, new ClockShift(scene, tools, node, Duration.ofSeconds(seconds)));
    }

    private boolean isHandheld(LabNode node) {
        return scene.store().handhelds().stream().anyMatch(handheld -> handheld.node() == node);
    }

    private Optional<Damage.OfH2> h2Harm() {
        List<Damage.OfH2> harms = List.of(Damage.OfH2.values());
        int chance = random.nextInt(harms.size() + 1);
        return chance == harms.size() ? Optional.empty() : Optional.of(harms.get(chance));
    }

    private Optional<Drawn> headOfficeAway() {
        LabNode headOffice = scene.laboratory().headOffice();
        if (!scene.nodes().contains(headOffice)) return Optional.empty();
        return on(
                Kind.HEAD_OFFICE_AWAY,
                headOffice,
                new Stopped(scene, headOffice, random.nextBoolean(), random));
    }

    private Harm damagedJournal() {
        LabTill till = one(scene.store().devices());
        boolean atTill = random.nextBoolean();
        if (random.nextInt(3) > 0) {
            // What a gateway has of a till it asks the till for again, and stops for nothing.
            String label = label(till.node(), till.origin().device());
            return new DamagedJournal(
                    scene, till.node(), gateway(), label, Optional.of(till), random);
        }
        LabNode headOffice = scene.laboratory().headOffice();
        String label = label(gateway(), "gateway");
        return new DamagedJournal(
                scene,
                atTill ? gateway() : headOffice,
                atTill ? headOffice : gateway(),
                label,
                Optional.empty(),
                random);
    }

    /** The newest journal of its own that a node writes. */
    private String label(LabNode node, String device) {
        String prefix = scene.store().name() + "." + device + ".";
        try (Stream<Path> journals = Files.list(node.home().resolve("journal"))) {
            return newest(journals.map(path -> path.getFileName().toString()), prefix)
                    .orElseThrow(
                            () -> new HarmUncovered(node.name() + " has no journal " + prefix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside journals lies what a restore has put aside, and forked branches. */
    static Optional<String> newest(Stream<String> names, String prefix) {
        return names.filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(epoch -> epoch.matches("[0-9]+"))
                .max(Comparator.comparingInt(Integer::parseInt))
                .map(prefix::concat);
    }

    private LabNode gateway() {
        return scene.store().gateway();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
