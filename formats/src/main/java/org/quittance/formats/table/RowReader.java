package org.quittance.formats.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.formats.Problem;

/**
 * The rows of one sheet, one at a time, in memory that does not grow with the file.
 *
 * <p>Rows without a single character are left out; the line numbers of the others do not suffer.
 */
public interface RowReader extends Closeable {

    /** The next row; null after the last one, and from where the file is damaged. */
    @Nullable
    Row next() throws IOException;

    /** Why reading ended before the end of the file; empty as long as nothing is damaged. */
    Optional<Problem> damage();
}
