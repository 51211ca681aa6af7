namespace Participation.Domain.Consultations;

/// <summary>What may stand in text that people send.</summary>
public static class PlainText
{
    /// <summary>False for control characters other than line ends and tabs, and for half a character: no engine stores them alike.</summary>
    public static bool IsClean(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\n' or '\r' or '\t')) return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}
