namespace Participation.Web.Words;

/// <summary>What the city and its people write, whatever language the page around it is in.</summary>
public static class Content
{
    public const string Language = "ja";
}
