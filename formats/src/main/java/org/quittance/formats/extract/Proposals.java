package org.quittance.formats.extract;

import java.util.List;
import org.quittance.formats.Problem;
import org.quittance.formats.table.Row;
import org.quittance.formats.table.TableFile;

/** Guesses at the columns of a file that was not recognised. */
final class Proposals {

    private Proposals() {}

    static Recognition.Unrecognised of(TableFile file, List<List<Row>> sheets) {
        Problem problem = Problem.file(
                file.name(),
                0,
                "",
                "",
                "The columns are not those of an extract that is known",
                "Say once what each column is; files with the same headers will then be read at once");
        return new Recognition.Unrecognised(
                problem, sheets.getFirst(), new MappingProposal(Content.OPEN_ITEMS, 0, 0, List.of()));
    }
}
