namespace Participation.Domain.Live;

/// <summary>Kinds of live events on a consultation's stream.</summary>
public static class Kinds
{
    /// <summary>data: <c>{ "section": anchor|null, "anchor": anchor|null }</c>; the event's sequence is the opinion's.</summary>
    public const string OpinionReceived = "opinion.received";

    /// <summary>data: <c>{}</c>. Late opinions are kept but not shown.</summary>
    public const string OpinionLate = "opinion.late";

    /// <summary>data: <c>{ "opinions": [sequence, …], "sections": [anchor|null, …] }</c>.</summary>
    public const string SubmissionWithdrawn = "submission.withdrawn";

    /// <summary>data as of a withdrawal. The words are no longer shown; the opinion counts as before.</summary>
    public const string OpinionWithheld = "opinion.withheld";

    /// <summary>data as of a withdrawal. The words are shown (again).</summary>
    public const string OpinionShown = "opinion.shown";

    /// <summary>data as of a withdrawal. It is split, out of scope or a part taken back: neither counted nor shown.</summary>
    public const string OpinionLeft = "opinion.left";

    /// <summary>data as of a withdrawal. It is counted and shown again.</summary>
    public const string OpinionReturned = "opinion.returned";

    /// <summary>data as of a withdrawal. Other words of it are shown: something is masked, or no longer.</summary>
    public const string OpinionReworded = "opinion.reworded";

    /// <summary>data: <c>{ "version": n }</c>.</summary>
    public const string PlanImported = "plan.imported";

    /// <summary>data: <c>{}</c>. The figures that senders are compared with are new.</summary>
    public const string PopulationGiven = "population.given";

    /// <summary>data: <c>{}</c>. It is said in other languages.</summary>
    public const string Translated = "consultation.translated";

    /// <summary>data: <c>{}</c>. How long its senders are kept is another time than before.</summary>
    public const string RetentionSet = "retention.set";

    public const string ConsultationAnnounced = "consultation.announced";

    /// <summary>data: <c>{ "changed": [setting, …] }</c>. It was announced before and reads otherwise now.</summary>
    public const string ConsultationAmended = "consultation.amended";

    /// <summary>data: <c>{ "stage": stage }</c>. Only for the stages that are acts; the others follow the clock.</summary>
    public const string StageChanged = "stage.changed";

    /// <summary>data: <c>{ "edition": n }</c>. The result, or a correction of it, is published.</summary>
    public const string ResultPublished = "result.published";

    /// <summary>data: <c>{}</c>. Other words of the published result are shown: something is masked in it, or no longer.</summary>
    public const string ResultMasked = "result.masked";

    /// <summary>On the site's stream: its name, look or pages.</summary>
    public const string SiteChanged = "site.changed";

    /// <summary>On a space's stream: what it is about, or its calendar.</summary>
    public const string SpaceChanged = "space.changed";

    /// <summary>On a space's stream: staff have put it into another phase. From one to the next by the calendar is no event.</summary>
    public const string PhaseChanged = "space.phase-changed";

    /// <summary>On a space's stream. data: <c>{ "series": slug }</c>. A series of workshops is published, with its meetings.</summary>
    public const string SeriesAnnounced = "series.announced";

    /// <summary>On a space's stream. data: <c>{ "series": slug, "meeting": n }</c>. One more meeting of a published series.</summary>
    public const string MeetingAnnounced = "meeting.announced";

    /// <summary>On a board's stream. In the log: <c>{ "notes": [id, …] }</c>; watchers get what they may see of them as they stand now.</summary>
    public const string NotesChanged = "notes.changed";

    /// <summary>In the log: <c>{ "clusters": [id, …] }</c>.</summary>
    public const string ClusterChanged = "clusters.changed";

    /// <summary>Its stage, clock, spotlight: watchers get the session as it stands now.</summary>
    public const string SessionChanged = "session.changed";

    /// <summary>Somebody joined: watchers get how many there are.</summary>
    public const string SeatTaken = "seat.taken";

    /// <summary>A dot was given or taken back: how many there are by now, and not whose or where.</summary>
    public const string DotsChanged = "dots.changed";
}
