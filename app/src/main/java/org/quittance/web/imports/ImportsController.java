package org.quittance.web.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.copies.NobodysCopies;
import org.quittance.formats.extract.Content;
import org.quittance.formats.extract.Field;
import org.quittance.formats.extract.Mapping;
import org.quittance.identity.Viewer;
import org.quittance.intake.IntakeDesk;
import org.quittance.intake.Upload;
import org.quittance.intake.UploadRequest;
import org.quittance.intake.UploadState;
import org.quittance.intake.Uploads;
import org.quittance.ledger.EntryContext.Completeness;
import org.quittance.ledger.LegalEntities;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Area;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

@Controller
class ImportsController {

    private static final int UPLOADS_SHOWN = 50;
    private static final int PROBLEMS_SHOWN = 500;
    private static final int GONE_SHOWN = 500;

    private final IntakeDesk desk;
    private final Uploads uploads;
    private final LegalEntities entities;
    private final NewEntities newEntities;
    private final NobodysCopies nobodys;
    private final BusinessClock clock;
    private final Path samples;

    ImportsController(
            IntakeDesk desk,
            Uploads uploads,
            LegalEntities entities,
            NewEntities newEntities,
            NobodysCopies nobodys,
            BusinessClock clock,
            @Value("${quittance.data:var}/demo-files") Path samples) {
        this.desk = desk;
        this.uploads = uploads;
        this.entities = entities;
        this.newEntities = newEntities;
        this.nobodys = nobodys;
        this.clock = clock;
        this.samples = samples;
    }

    /** What the form sends beside the files. */
    record NewFiles(
            @Nullable Long entity,
            @Nullable String currency,
            @Nullable String full) {}

    /** What the mapping form sends: one field for each column, from the left. */
    record NewMapping(String source, Content content, int sheet, long headerLine, List<Field> column) {}

    @GetMapping("/imports")
    Page list() throws IOException {
        return page(Problems.none());
    }

    @PostMapping("/imports")
    Answer handIn(NewFiles form, @RequestParam("file") List<MultipartFile> files, Viewer viewer) throws IOException {
        List<MultipartFile> chosen =
                files.stream().filter(file -> !file.isEmpty()).toList();
        if (chosen.isEmpty()) {
            return page(Problems.at("file", "Choose at least one file that is not empty."))
                    .refused();
        }
        for (MultipartFile file : chosen) {
            try (InputStream in = file.getInputStream()) {
                desk.handIn(request(name(file.getOriginalFilename()), form), in, viewer.login());
            }
        }
        return Redirect.to("/imports")
                .saying((chosen.size() == 1 ? "The file is being read." : "The files are being read.")
                        + leftOut(files));
    }

    /** Names the files in which there is nothing; empty where there are none. */
    private static String leftOut(List<MultipartFile> files) {
        String names = files.stream()
                .filter(MultipartFile::isEmpty)
                .map(MultipartFile::getOriginalFilename)
                .filter(name -> name != null && !name.isBlank())
                .map(ImportsController::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " Left out, since there is nothing in them: " + names + ".";
    }

    /** Hands in copies of invoices: PDFs, or ZIPs of them. */
    @PostMapping("/imports/copies")
    Answer handInCopies(
            @RequestParam(name = "entity", required = false) @Nullable Long entity,
            @RequestParam("copy") List<MultipartFile> files,
            Viewer viewer)
            throws IOException {
        List<MultipartFile> chosen =
                files.stream().filter(file -> !file.isEmpty()).toList();
        if (chosen.isEmpty()) {
            return page(Problems.at("copy", "Choose at least one PDF or ZIP that is not empty."))
                    .refused();
        }
        for (MultipartFile file : chosen) {
            try (InputStream in = file.getInputStream()) {
                desk.handIn(
                        UploadRequest.ofCopies(name(file.getOriginalFilename()), entity, clock.today()),
                        in,
                        viewer.login());
            }
        }
        return Redirect.to("/imports").saying("The copies are being read." + leftOut(files));
    }

    /** Hands in one of the demo company's files, so that a visitor need not look for it on the disk. */
    @PostMapping("/imports/samples")
    Answer handInSample(@RequestParam String name, Viewer viewer) throws IOException {
        if (!Samples.in(samples).contains(name)) {
            throw PageRefused.notFound("There is no sample file " + name + ".");
        }
        try (InputStream in = Files.newInputStream(samples.resolve(name))) {
            desk.handIn(request(name, new NewFiles(null, null, null)), in, viewer.login());
        }
        return Redirect.to("/imports").saying(name + " is being read.");
    }

    @GetMapping("/imports/{id}")
    Page one(@PathVariable long id) throws IOException {
        Upload upload = upload(id);
        return page(upload, newEntities.proposed(upload), Problems.none());
    }

    /** The refused lines, to be repaired and handed in again. */
    @GetMapping("/imports/{id}/refused")
    void refused(@PathVariable long id, HttpServletResponse response) throws IOException {
        Upload upload = upload(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("refused of " + upload.fileName() + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        desk.writeRefused(upload, response.getOutputStream());
    }

    @PostMapping("/imports/{id}/reading")
    Answer readAgain(@PathVariable long id) {
        Upload upload = upload(id);
        if (upload.state().isUnderWay()) {
            throw PageRefused.conflict("The file is being read at this moment.");
        }
        desk.readAgain(id);
        return Redirect.to("/imports/" + id).saying("The file is read again; what is known stays as it is.");
    }

    @PostMapping("/imports/{id}/mapping")
    Answer map(@PathVariable long id, NewMapping form, Viewer viewer) throws IOException {
        Upload upload = upload(id);
        if (upload.state() != UploadState.NEEDS_MAPPING) {
            throw PageRefused.conflict("The file needs no mapping any more.");
        }
        if (!form.content().isTold(Set.copyOf(form.column()))) {
            return page(
                            upload,
                            List.of(),
                            Problems.at(
                                    "column",
                                    form.content().label() + " need "
                                            + form.content().needs() + "."))
                    .refused();
        }
        desk.map(
                id,
                new Mapping(form.source(), form.content(), form.sheet(), form.headerLine(), form.column()),
                viewer.login());
        return Redirect.to("/imports/" + id).saying("The mapping is kept for every later file with these headers.");
    }

    /** Adds every company code of the file that is not known here as a legal entity, and reads the file again. */
    @PostMapping("/imports/{id}/entities")
    Answer addEntities(@PathVariable long id, @RequestParam Map<String, String> fields, Viewer viewer)
            throws IOException {
        Upload upload = upload(id);
        if (!Area.ENTITIES.isChangedBy(viewer)) {
            throw PageRefused.forbidden("Managers and administrators add legal entities; ask one of them.");
        }
        List<NewEntityLine> lines = newEntities.sent(upload, field -> fields.getOrDefault(field, ""));
        Problems problems = newEntities.add(lines, viewer.login());
        if (!problems.isEmpty()) {
            return page(upload, lines, problems).refused();
        }
        desk.readAgain(id);
        return Redirect.to("/imports/" + id)
                .saying("%d legal entities are added, and the file is read again.".formatted(lines.size()));
    }

    @PostMapping("/imports/{id}/acceptance")
    Answer answerGone(@PathVariable long id, @RequestParam boolean accepted, Viewer viewer) {
        Upload upload = upload(id);
        if (upload.state() != UploadState.NEEDS_ACCEPTANCE) {
            throw PageRefused.conflict("Somebody has answered this already.");
        }
        if (accepted) {
            long settled = desk.acceptGone(upload, viewer.login());
            return Redirect.to("/imports/" + id).saying(settled + " items are settled.");
        }
        desk.declineGone(upload, viewer.login());
        return Redirect.to("/imports/" + id).saying("The items were left open.");
    }

    private UploadRequest request(String fileName, NewFiles form) {
        return new UploadRequest(
                fileName,
                form.entity(),
                form.currency() == null || form.currency().isBlank() ? null : form.currency(),
                form.full() == null ? Completeness.PARTIAL : Completeness.FULL,
                clock.today());
    }

    private Page page(Problems problems) throws IOException {
        List<String> names = Samples.in(samples);
        return Page.of(
                        "imports/list",
                        "Import",
                        new ImportsView(
                                entities.all(),
                                uploads.newest(UPLOADS_SHOWN),
                                names.isEmpty() ? null : Samples.of(names, uploads.handedIn(names)),
                                nobodys.count(),
                                problems))
                .orFragment("imports/rows");
    }

    private Page page(Upload upload, List<NewEntityLine> unknown, Problems problems) throws IOException {
        return Page.of(
                        "imports/upload",
                        upload.fileName(),
                        new UploadView(
                                upload,
                                uploads.problems(upload, PROBLEMS_SHOWN),
                                upload.state() == UploadState.NEEDS_MAPPING ? desk.proposal(upload) : null,
                                upload.state() == UploadState.NEEDS_ACCEPTANCE
                                        ? desk.gone(upload.id(), GONE_SHOWN)
                                        : List.of(),
                                unknown,
                                problems))
                .orFragment("imports/progress");
    }

    private Upload upload(long id) {
        return uploads.byId(id).orElseThrow(() -> PageRefused.notFound("There is no upload " + id + "."));
    }

    /** Some browsers send a whole path. */
    private static String name(@Nullable String original) {
        String given = original == null || original.isBlank() ? "unnamed" : original;
        return given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    }
}
