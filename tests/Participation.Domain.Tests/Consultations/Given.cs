using Participation.Domain.Consultations;
using Participation.Domain.Time;

namespace Participation.Domain.Tests.Consultations;

/// <summary>A consultation with Kamaishi's window, and submissions to it.</summary>
static class Given
{
    public static readonly DateTimeOffset During = new(2026, 1, 10, 3, 0, 0, TimeSpan.Zero);

    public static Consultation Consultation() => Domain.Consultations.Consultation.Announce(
        new ConsultationSettings
        {
            Slug = "plan-2030", Title = "案",
            Window = Window.OfDays(new DateOnly(2025, 12, 25), new DateOnly(2026, 1, 23), JapanTime.Zone)!,
        },
        During.AddDays(-40)).Value;

    /// <summary>Keyed in at the counter by somebody of the staff.</summary>
    public static Submission KeyedIn(Consultation to, string by) => Domain.Consultations.Submission.Receive(
        to, ReceiptNumber.New(), [1], new Arrival(Channel.Counter, During), SubmissionStatus.Accepted, Sender.Anonymous, [(new OpinionDraft("窓口で"), null)], by);

    public static Submission Submission(Consultation to, params (string Text, string? Section)[] opinions) =>
        Submission(to, SubmissionStatus.Accepted, Sender.Anonymous, opinions);

    public static Submission Submission(
        Consultation to, SubmissionStatus status, Sender sender, params (string Text, string? Section)[] opinions) =>
        Domain.Consultations.Submission.Receive(
            to, ReceiptNumber.New(), [1], new Arrival(Channel.Web, During), status, sender,
            opinions.Select(o => (new OpinionDraft(o.Text), o.Section)), keyedBy: null,
            sender.StatesWho() ? new SealedSender([1], null, null, null) : null);
}
