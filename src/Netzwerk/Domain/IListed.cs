namespace Netzwerk.Domain;

/// <summary>One entry of a list whose order people choose.</summary>
public interface IListed
{
    Guid Id { get; }

    int Position { get; set; }
}
