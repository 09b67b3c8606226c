package org.quittance.core.cash;

import java.util.Arrays;

/**
 * From the hash of a number to the items that bear it: open addressing over primitive arrays, so that millions of numbers fit and
 * a look-up allocates nothing.
 *
 * <p>Two numbers may share a hash; who asks compares the numbers themselves.
 */
final class ReferenceTable {

    private static final int NONE = -1;

    private final long[] hashes;
    private final int[] heads;
    private final int[] next;
    private final int[] positions;
    private int entries;

    /** Room for so many entries; one more is refused. */
    ReferenceTable(int mostEntries) {
        int slots = Integer.highestOneBit(Math.max(8, mostEntries + mostEntries / 3)) * 2;
        hashes = new long[slots];
        heads = new int[slots];
        next = new int[mostEntries];
        positions = new int[mostEntries];
        Arrays.fill(heads, NONE);
    }

    /** Adds an item; later additions are found before earlier ones. */
    void add(long hash, int position) {
        int slot = slot(hash);
        if (heads[slot] != NONE && positions[heads[slot]] == position) {
            return;
        }
        hashes[slot] = hash;
        next[entries] = heads[slot];
        positions[entries] = position;
        heads[slot] = entries++;
    }

    /** The first entry under a hash, or -1. */
    int first(long hash) {
        return heads[slot(hash)];
    }

    int next(int entry) {
        return next[entry];
    }

    int position(int entry) {
        return positions[entry];
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash ^ hash >>> 32) & mask;
        while (heads[slot] != NONE && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    static long hash(String key, int from) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < key.length(); i++) {
            hash = step(hash, key.charAt(i));
        }
        return mix(hash);
    }

    static long hash(char[] text, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            hash = step(hash, text[i]);
        }
        return mix(hash);
    }

    private static long step(long hash, char c) {
        return (hash ^ c) * 0x100000001b3L;
    }

    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 31) * 0x9e3779b97f4a7c15L;
        return mixed ^ mixed >>> 29;
    }
}
