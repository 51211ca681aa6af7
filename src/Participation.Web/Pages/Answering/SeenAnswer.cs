using Participation.Application.Answering;
using Participation.Web.Pages.Grouping;

namespace Participation.Web.Pages.Answering;

/// <summary>An answer and the version that a page showed, as one value of a form: 12-3.</summary>
static class SeenAnswer
{
    public static string Value(int number, int version) => SeenGroup.Value(number, version);

    public static AnswerSeen? Parse(string? value) => SeenGroup.Parse(value) is { } seen ? new(seen.Number, seen.Version) : null;
}
