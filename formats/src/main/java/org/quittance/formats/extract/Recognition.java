package org.quittance.formats.extract;

import java.util.List;
import org.quittance.formats.Problem;
import org.quittance.formats.table.Row;

/** What {@link Recogniser} made of a file. */
public sealed interface Recognition {

    /**
     * The file can be read.
     *
     * @param label the kind of extract in words, for example "SAP line items (FBL5N)"
     * @param remarks what was decided without evidence, such as the order of dates that are all ambiguous
     */
    record Recognised(Layout layout, String label, List<Problem> remarks) implements Recognition {

        public Recognised {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * A person has to say what the columns are.
     *
     * @param problem why, in words
     * @param firstRows the first rows of the sheet that looks most like a table
     * @param proposal the columns as far as they could be guessed
     */
    record Unrecognised(Problem problem, List<Row> firstRows, MappingProposal proposal) implements Recognition {

        public Unrecognised {
            firstRows = List.copyOf(firstRows);
        }
    }
}
