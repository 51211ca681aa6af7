using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Participation.Domain.Time;

/// <summary>年度: April to March, named after the year it begins in. 2026-01-23 is in 2025 (令和7年度).</summary>
[JsonConverter(typeof(FiscalYearJson))]
public readonly record struct FiscalYear(int Begins) : IComparable<FiscalYear>
{
    public DateOnly First => new(Begins, 4, 1);

    public DateOnly Last => new(Begins + 1, 3, 31);

    public static FiscalYear Of(DateOnly day) => new(day.Month < 4 ? day.Year - 1 : day.Year);

    public bool Contains(DateOnly day) => Of(day) == this;

    /// <summary>Reads R7, 令和7年度, 令和7 and 2025.</summary>
    public static bool TryParse(string text, out FiscalYear year)
    {
        year = default;
        var name = text.Trim().TrimEnd('度').TrimEnd('年');
        if (name.Length == 4 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var begins) && begins > 1000) year = new(begins);
        // An era that began in May has no April of its first year.
        else if (Time.Wareki.TryParse($"{name}.4.1", out var first) || Time.Wareki.TryParse($"{name}.5.1", out first)) year = Of(first);
        else return false;
        return true;
    }

    /// <summary>令和7年度.</summary>
    public string Wareki => Time.Wareki.FormatFiscalYear(First);

    public int CompareTo(FiscalYear other) => Begins.CompareTo(other.Begins);

    public static bool operator <(FiscalYear a, FiscalYear b) => a.Begins < b.Begins;
    public static bool operator >(FiscalYear a, FiscalYear b) => a.Begins > b.Begins;
    public static bool operator <=(FiscalYear a, FiscalYear b) => a.Begins <= b.Begins;
    public static bool operator >=(FiscalYear a, FiscalYear b) => a.Begins >= b.Begins;
}

sealed class FiscalYearJson : JsonConverter<FiscalYear>
{
    public override FiscalYear Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, FiscalYear value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Begins);
}
