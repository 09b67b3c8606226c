package org.quittance.ledger;

/**
 * What became of a list of master data.
 *
 * @param added rows that are new
 * @param changed rows that were known and say something else now
 */
public record MasterDataResult(int added, int changed) {

    @Override
    public String toString() {
        return added + " added, " + changed + " changed";
    }
}
