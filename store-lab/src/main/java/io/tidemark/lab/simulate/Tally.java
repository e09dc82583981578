package io.tidemark.lab.simulate;

/** What happened in one seed. */
final class Tally {
    private int crashes;
    private int partitions;
    private int restores;
    private int faults;
    private int repairs;
    private int pruned;

    void crashed() {
        crashes++;
    }

    void partitioned() {
        partitions++;
    }

    void restored() {
        restores++;
    }

    void fault() {
        faults++;
    }

    void repaired() {
        repairs++;
    }

    void prunedOne() {
        pruned++;
    }

    int pruned() {
        return pruned;
    }

    int crashes() {
        return crashes;
    }

    int partitions() {
        return partitions;
    }

    int restores() {
        return restores;
    }

    int faults() {
        return faults;
    }

    int repairs() {
        return repairs;
    }
}
