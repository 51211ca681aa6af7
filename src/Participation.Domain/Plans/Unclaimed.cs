namespace Participation.Domain.Plans;

/// <summary>Anchors of the previous version that nobody has claimed yet, by what they were used for, in reading order.</summary>
sealed class Unclaimed<TKey>(HashSet<string> claimed) where TKey : notnull
{
    readonly Dictionary<TKey, Queue<string>> anchors = [];

    public void Add(TKey key, string anchor)
    {
        if (!anchors.TryGetValue(key, out var queue)) anchors[key] = queue = new();
        queue.Enqueue(anchor);
    }

    public string? Claim(TKey key)
    {
        if (!anchors.TryGetValue(key, out var queue)) return null;
        while (queue.TryDequeue(out var anchor))
            if (claimed.Add(anchor)) return anchor;
        return null;
    }
}
