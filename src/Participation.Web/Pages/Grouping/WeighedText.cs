namespace Participation.Web.Pages.Grouping;

/// <summary>A text with the places where words that weighed stand in it.</summary>
static class WeighedText
{
    public static IEnumerable<(string Text, bool Weighs)> Of(string text, IEnumerable<string> words)
    {
        var marked = new bool[text.Length];
        foreach (var word in words.Where(w => w.Length > 0))
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
                Array.Fill(marked, true, at, word.Length);
        for (var from = 0; from < text.Length;)
        {
            var to = from;
            while (to < text.Length && marked[to] == marked[from]) to++;
            yield return (text[from..to], marked[from]);
            from = to;
        }
    }
}
