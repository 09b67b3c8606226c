package org.quittance.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.quittance.formats.Problem;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;

/**
 * A folder into which billing puts copies: PDFs and ZIPs of them, for one legal entity in a folder named by its code.
 *
 * <p>A file is read when it has not changed between two rounds, as if somebody had uploaded it, and goes to {@code done/} or {@code refused/},
 * with a text beside it that says what was refused of it and why. If the program dies in between, the file is read again; what is known changes
 * nothing.
 */
final class CopiesFolder {

    static final String ACTOR = "copies folder";

    private static final String DONE = "done";
    private static final String REFUSED = "refused";
    private static final int PROBLEMS_TOLD = 1_000;

    private final Path folder;
    private final IntakeDesk desk;
    private final UploadProcessor processor;
    private final Uploads uploads;
    private final LegalEntities entities;
    private final BusinessClock clock;
    private Map<Path, Seen> before = Map.of();

    /** Makes the folders, if need be. */
    CopiesFolder(
            Path folder,
            IntakeDesk desk,
            UploadProcessor processor,
            Uploads uploads,
            LegalEntities entities,
            BusinessClock clock) {
        this.folder = folder;
        this.desk = desk;
        this.processor = processor;
        this.uploads = uploads;
        this.entities = entities;
        this.clock = clock;
        try {
            Files.createDirectories(folder.resolve(DONE));
            Files.createDirectories(folder.resolve(REFUSED));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "QUITTANCE_COPIES_FOLDER %s cannot be written to; let this user write there".formatted(folder), e);
        }
    }

    /** How a file looked in a round. */
    private record Seen(long size, FileTime changed) {}

    /** A file, with the legal entity whose folder it is in. */
    private record Waiting(Path file, Optional<LegalEntity> entity) {}

    /** One round: reads what has not changed since the last. One file that cannot be read does not keep the others back. */
    synchronized void look() {
        Map<Path, Seen> now = new HashMap<>();
        List<UncheckedIOException> failed = new ArrayList<>();
        for (Waiting waiting : waiting()) {
            try {
                Seen seen = new Seen(Files.size(waiting.file()), Files.getLastModifiedTime(waiting.file()));
                now.put(waiting.file(), seen);
                if (seen.equals(before.get(waiting.file()))) {
                    take(waiting);
                }
            } catch (IOException e) {
                failed.add(new UncheckedIOException(waiting.file() + " cannot be read or moved", e));
            }
        }
        before = Map.copyOf(now);
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
    }

    private List<Waiting> waiting() {
        List<Waiting> waiting = new ArrayList<>();
        filesIn(folder).forEach(file -> waiting.add(new Waiting(file, Optional.empty())));
        for (LegalEntity entity : entities.all()) {
            filesIn(folder.resolve(entity.code())).forEach(file -> waiting.add(new Waiting(file, Optional.of(entity))));
        }
        return waiting;
    }

    private static List<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private void take(Waiting waiting) throws IOException {
        long id;
        try (InputStream in = Files.newInputStream(waiting.file())) {
            UploadRequest request = UploadRequest.ofCopies(
                    String.valueOf(waiting.file().getFileName()),
                    waiting.entity().map(LegalEntity::id).orElse(null),
                    clock.today());
            id = desk.keep(request, in, ACTOR);
        }
        processor.process(id);
        Upload upload = uploads.byId(id).orElseThrow();
        Path moved = move(waiting.file(), upload);
        List<Problem> problems = uploads.problems(upload, PROBLEMS_TOLD);
        if (!problems.isEmpty()) {
            Files.write(
                    moved.resolveSibling(moved.getFileName() + ".txt"),
                    problems.stream().map(Problem::toString).toList());
        }
    }

    private Path move(Path file, Upload upload) throws IOException {
        Path to = folder.resolve(upload.state() == UploadState.REFUSED ? REFUSED : DONE);
        Path target = to.resolve(upload.fileName());
        return Files.move(file, Files.exists(target) ? to.resolve(upload.id() + "-" + upload.fileName()) : target);
    }
}
