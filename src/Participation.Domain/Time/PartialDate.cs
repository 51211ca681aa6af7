using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Participation.Domain.Time;

/// <summary>A day, or a month whose day is not said: 令和6年11月.</summary>
[JsonConverter(typeof(PartialDateJson))]
public readonly record struct PartialDate
{
    PartialDate(DateOnly first, bool isMonth) => (First, IsMonth) = (first, isMonth);

    /// <summary>The day, or the first of the month.</summary>
    public DateOnly First { get; }

    public bool IsMonth { get; }

    /// <summary>The day, or the last of the month.</summary>
    public DateOnly Last => IsMonth ? First.AddMonths(1).AddDays(-1) : First;

    public static PartialDate Day(DateOnly day) => new(day, isMonth: false);

    public static PartialDate Month(int year, int month) => new(new(year, month, 1), isMonth: true);

    /// <summary>Reads 2024-12-04, 2024-11 and, for a day, what <see cref="Wareki.TryParse"/> reads; false for an impossible date.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        date = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) date = new(month, isMonth: true);
        else if (Wareki.TryParse(text, out var day)) date = Day(day);
        else return false;
        return true;
    }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => First.ToString(IsMonth ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

sealed class PartialDateJson : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString() ?? "", out var date) ? date : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
