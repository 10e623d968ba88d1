package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.retort.command.RevisionEntry;
import dev.retort.revision.PlanStep;
import dev.retort.revision.RevisionDetail;
import dev.retort.revision.RevisionHeader;

/** Puts the values of the room command into JSON; docs/json.md describes every document. */
final class Documents {

    private Documents() {}

    /** Describe revisions. */
    static List<Json> revisions(List<RevisionDetail> revisions) {
        List<Json> documents = new ArrayList<>();
        for (RevisionDetail revision : revisions) {
            documents.add(revision(revision));
        }
        return documents;
    }

    /** Describe revisions, and whether the database is at them. */
    static List<Json> entries(List<RevisionEntry> entries) {
        List<Json> documents = new ArrayList<>();
        for (RevisionEntry entry : entries) {
            documents.add(revision(entry.detail()).put("current", entry.current()));
        }
        return documents;
    }

    /** Describe a revision. */
    static Json revision(RevisionDetail detail) {
        RevisionHeader header = detail.header();
        return new Json()
                .put("revision", header.id())
                .put("downRevisions", header.downRevisions())
                .put("dependsOn", header.dependsOn())
                .put("branchLabels", header.branchLabels())
                .put("labels", detail.labels())
                .put("message", header.message())
                .put("created", header.created())
                .put("origin", header.origin())
                .put("children", detail.children())
                .put("dependents", detail.dependents())
                .put("head", detail.head())
                .put("effectiveHead", detail.effectiveHead())
                .put("branchPoint", detail.branchPoint())
                .put("mergePoint", detail.mergePoint());
    }

    /** Describe the steps of a run. */
    static List<Json> steps(List<PlanStep> steps) {
        List<Json> documents = new ArrayList<>();
        for (PlanStep step : steps) {
            documents.add(step(step));
        }
        return documents;
    }

    /** Describe one step of a run. */
    static Json step(PlanStep step) {
        RevisionHeader revision = step.revision();
        return new Json()
                .put("direction", step.direction().name().toLowerCase(Locale.ROOT))
                .put("revision", revision == null ? null : revision.id())
                .put("message", revision == null ? null : revision.message())
                .put("from", step.from())
                .put("to", step.to());
    }
}
