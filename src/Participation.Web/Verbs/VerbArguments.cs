namespace Participation.Web.Verbs;

/// <summary>A verb's words: those in a row, and <c>--name value</c>. Settings (<c>--Section:Key value</c>) are left to the configuration.</summary>
sealed class VerbArguments
{
    readonly List<string> inOrder = [];
    readonly Dictionary<string, string> named = [];
    readonly string usage;

    public VerbArguments(string[] args, string usage)
    {
        this.usage = usage;
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                inOrder.Add(args[i]);
                continue;
            }
            var split = args[i].Split('=', 2);
            var value = split.Length is 2 ? split[1] : i + 1 < args.Length ? args[++i] : throw Wrong();
            named[split[0][2..]] = value;
        }
    }

    public string this[int place] => place < inOrder.Count ? inOrder[place] : throw Wrong();

    public string this[string name] => named.TryGetValue(name, out var value) ? value : throw Wrong();

    /// <summary>Null where it was left out.</summary>
    public string? Named(string name) => named.GetValueOrDefault(name);

    public VerbException Wrong() => new($"usage: {usage}");
}
