package org.quittance.collections;

/** Where an account stands in the order in which accounts are worked through: by bucket, then by number. */
public record AccountKey(int bucket, long accountId) implements Comparable<AccountKey> {

    @Override
    public int compareTo(AccountKey other) {
        return bucket == other.bucket
                ? Long.compare(accountId, other.accountId)
                : Integer.compare(bucket, other.bucket);
    }
}
